import { commandPieces } from '../snippets.ts';
import { element } from './element.ts';

/** Shows the command of the reader's own token, as the server shows the one with the placeholder. */
export function showCommand(command: string): void {
  const pieces = commandPieces(command).map(({ text, option }) => {
    const piece = document.createElement('span');
    if (option) piece.className = 'option';
    piece.textContent = text;
    return piece;
  });
  element('command-result', HTMLElement).replaceChildren(...pieces);
}
