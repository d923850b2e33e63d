import { TOKEN_PLACEHOLDER } from '../snippets.ts';

/** Quotes in a key would have to be escaped differently in each example: such a token is left for the reader to put in. */
export function fitsExamples(token: string): boolean {
  return /^[\w.~+/=:@-]+$/.test(token);
}

/** Puts a token, or the placeholder again, into every example of the page. */
export function fillExamples(token: string = TOKEN_PLACEHOLDER): void {
  for (const mark of document.querySelectorAll('.snippet mark')) mark.textContent = token;
}
