import { announce } from './announce.ts';
import { element } from './element.ts';

const SHOWN_FOR_MS = 2_000;

/** Makes the copy buttons work, and shows them. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', copied = '', failed = '' } = button.dataset;
    const source = element(copy, HTMLElement);
    button.addEventListener('click', async () => {
      const outcome = (await copyToClipboard(source)) ? copied : failed;
      announce(outcome);
      showFor(button, outcome);
    });
    button.hidden = false;
  }
}

/** Pages without https have no clipboard: the text is selected then, for the reader to copy. */
async function copyToClipboard(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(source);
    return false;
  }
}

function showFor(button: HTMLButtonElement, outcome: string): void {
  const label = button.querySelector('span');
  if (label === null || button.dataset.shows !== undefined) return;
  const usual = label.textContent;
  label.textContent = outcome;
  button.dataset.shows = outcome;
  setTimeout(() => {
    label.textContent = usual;
    delete button.dataset.shows;
  }, SHOWN_FOR_MS);
}
