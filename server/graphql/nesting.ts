/** How deep brackets may stand in brackets, in a document and in variables: whatever reads them does so level by level. */
export const MAX_NESTING = 200;

/** Texts and comments, in which a bracket is none. */
const TEXTS = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g;

/** Whether brackets stand too deep in brackets in a document; found without reading it. */
export function isTooNested(document: string): boolean {
  let depth = 0;
  for (const [bracket] of document.replace(TEXTS, '').matchAll(/[[{()}\]]/g)) {
    if ('[{('.includes(bracket)) depth++;
    else depth--;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}

/** Whether a value of JSON is nested too deep; found level by level, without a call in a call. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_NESTING) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
  }
  return false;
}
