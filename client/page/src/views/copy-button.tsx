import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Copies a text, and says so. */
export function CopyButton({
  text,
  title,
  children,
}: {
  text: string;
  /** What it is, where its name is short. */
  title?: string;
  children: ComponentChildren;
}) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('This browser lets nobody copy; select it by hand');
    }
    setTimeout(setSaid, 2_000, '');
  };
  return (
    <button type="button" title={title} onClick={copy}>
      <span aria-live="polite">{said || children}</span>
    </button>
  );
}
