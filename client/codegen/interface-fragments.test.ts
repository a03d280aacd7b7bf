import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { transform } from './interface-fragments.ts';

const schema = parse(`
  interface Figures { revenue: Int }
  type Quarter implements Figures { revenue: Int }
  type GroupQuarter implements Figures { revenue: Int }
  type Query { quarter: Quarter, group: GroupQuarter, either: Figures }
`);
const FIGURES = 'fragment Figures on Figures { revenue }';

/** The documents as they are after the change. */
function transformed(...documents: string[]): string[] {
  const files = documents.map((document) => ({ document: parse(document) }));
  return transform({ schema, documents: files }).map(({ document }) => print(document!));
}

test('a fragment on an interface becomes one on each type, spread where that type is', () => {
  const query = '{ quarter { ...Figures } group { ...Figures } }';
  const [document, fragments] = transformed(query, FIGURES);
  expect(document).toBe(
    print(parse('{ quarter { ...QuarterFigures } group { ...GroupQuarterFigures } }')),
  );
  expect(fragments).toBe(
    print(
      parse(`fragment QuarterFigures on Quarter { revenue }
        fragment GroupQuarterFigures on GroupQuarter { revenue }`),
    ),
  );
});

test('a fragment on an interface may spread another', () => {
  const all = 'fragment All on Figures { ...Figures }';
  const [fragments] = transformed(`${all} ${FIGURES}`);
  expect(fragments).toContain(print(parse('fragment QuarterAll on Quarter { ...QuarterFigures }')));
});

test('a fragment on an object type stays as it is', () => {
  const document = '{ quarter { ...Sales } } fragment Sales on Quarter { revenue }';
  expect(transformed(document)).toEqual([print(parse(document))]);
});

test('where the type is not known, the fragment is refused', () => {
  expect(() => transformed('{ either { ...Figures } }', FIGURES)).toThrow(
    'spread Figures on an object type, since Figures is none',
  );
});
