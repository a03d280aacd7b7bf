/** Texts and comments, in which a bracket is none. */
const TEXTS = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g;

/** Whether brackets stand too deep in brackets in a document; found without reading it. */
export function isTooNested(document: string, most: number): boolean {
  let depth = 0;
  for (const [bracket] of document.replace(TEXTS, '').matchAll(/[[{()}\]]/g)) {
    if ('[{('.includes(bracket)) depth++;
    else depth--;
    if (depth > most) return true;
  }
  return false;
}
