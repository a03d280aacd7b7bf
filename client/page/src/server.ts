import type { HeadlineQuery } from './generated/documents.ts';
import { FIRST_QUESTIONS } from './queries/first-questions.ts';
import { addressOf } from './state/address.ts';
import { START } from './state/view.ts';
import { headlineWords, type Piece } from './views/headline-words.ts';
import { MENU } from './views/pages.ts';

// What the server knows of the page: see server/http/first-page.ts.

/** What to ask for the first page; documents and variables. */
export const questions = FIRST_QUESTIONS;

/** The page with the answers in it, and with its first sentences for whoever runs no script. */
export function withAnswers(html: string, answers: readonly unknown[]): string {
  const [headline] = answers as [HeadlineQuery];
  const { title, text, basis } = headlineWords(headline, '');
  const menu = MENU.map(({ page, name, href }) => {
    const here = page === START.page ? ' aria-current="page"' : '';
    return `<a href="${href}"${here}>${name}</a>`;
  }).join('');
  const header = `<header class="top"><a class="name" href="/">Capexgraph</a><nav>${menu}</nav></header>`;
  const sentences = `${header}<main><div class="headline"><h1>${htmlOf(title)}</h1><p>${htmlOf(text)}</p><p class="basis">${escaped(basis)}</p></div></main>`;
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return html.replace(
    '<div id="page"></div>',
    () =>
      `<div id="page">${sentences}</div>\n<script type="application/json" id="answers">${data}</script>`,
  );
}

const htmlOf = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? escaped(piece)
        : `<a href="${escaped(addressOf({ ...START, ...piece.changes }))}">${escaped(piece.text)}</a>`,
    )
    .join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
