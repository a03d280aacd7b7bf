import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Copies a text, and says so. */
export function CopyButton({ text, children }: { text: string; children: ComponentChildren }) {
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
    <button type="button" onClick={copy}>
      <span aria-live="polite">{said || children}</span>
    </button>
  );
}
