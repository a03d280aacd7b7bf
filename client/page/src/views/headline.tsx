import { HeadlineDocument } from '../generated/documents.ts';
import { headlineVariables } from '../queries/first-questions.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { headlineWords, type Piece } from './headline-words.ts';

/** The answer at a glance. */
export function Headline() {
  const { view } = useNavigation();
  const { latest, fault, isAway } = useAnswer(HeadlineDocument, headlineVariables(view.asOf));
  const words = latest && headlineWords(latest, view.asOf);
  // What is wrong is said where the figures would be.
  if (fault && !isAway && !words) return null;
  return (
    <div class="headline">
      {words ? (
        <>
          <h1>
            <Pieces of={words.title} />
          </h1>
          <p>
            <Pieces of={words.text} />
          </p>
          <p class="basis">{words.basis}</p>
        </>
      ) : (
        <p class="skeleton" />
      )}
    </div>
  );
}

function Pieces({ of }: { of: readonly Piece[] }) {
  const { view, linkTo } = useNavigation();
  return (
    <>
      {of.map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <a
            key={`${piece.changes.by} ${piece.changes.point}`}
            href={linkTo({ ...piece.changes, version: view.version })}
          >
            {piece.text}
          </a>
        ),
      )}
    </>
  );
}
