import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** What can be opened; it is made when it is, since most people never do. */
export function Fold({
  summary,
  class: name,
  isOpen = false,
  children,
}: {
  summary: string;
  class?: string;
  /** At first. */
  isOpen?: boolean;
  children: () => ComponentChildren;
}) {
  const [isMade, setIsMade] = useState(isOpen);
  return (
    <details class={name} open={isOpen} onToggle={() => setIsMade(true)}>
      <summary>{summary}</summary>
      {isMade && children()}
    </details>
  );
}
