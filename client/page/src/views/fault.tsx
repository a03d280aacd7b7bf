import { useNavigation } from '../state/navigation.ts';

/** Says what went wrong, where the figures would be. */
export function Fault({ text, isAway }: { text: string; isAway: boolean }) {
  const { view, linkTo } = useNavigation();
  return (
    <p class="fault" role="alert">
      {text} {isAway && <span class="waiting">Waiting…</span>}
      {!isAway && view.version && <a href={linkTo({ version: '' })}>Show the newest version</a>}
    </p>
  );
}
