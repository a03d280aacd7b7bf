import { useEffect } from 'preact/hooks';

/** Names the window after what it shows, for tabs, bookmarks and screen readers. */
export function useTitle(text: string | undefined): void {
  useEffect(() => {
    if (text) document.title = `${text} – Capexgraph`;
  }, [text]);
}
