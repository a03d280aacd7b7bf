/** Says what went wrong, where the figures would be. */
export function Fault({ text, isAway }: { text: string; isAway: boolean }) {
  return (
    <p class="fault" role="alert">
      {text} {isAway && <span class="waiting">Waiting…</span>}
    </p>
  );
}
