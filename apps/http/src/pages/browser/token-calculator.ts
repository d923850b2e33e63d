import { createAccessToken } from '@voxolib/token';
import { claudeCodeCommand } from '../snippets.ts';
import { announce } from './announce.ts';
import { element } from './element.ts';
import { fillExamples, fitsExamples } from './fill-examples.ts';
import { showCommand } from './show-command.ts';
import { type ProblemTexts, problemOf } from './token-problem.ts';

/** Computes the token of the two keys in the page. Nothing is kept beyond what the reader sees. */
export function tokenCalculator(): void {
  const calculator = element('calculator', HTMLFieldSetElement);
  const fields = {
    publicKey: element('public-key', HTMLInputElement),
    secretKey: element('secret-key', HTMLInputElement),
  };
  const inputs = Object.values(fields);
  const problem = element('calculator-error', HTMLElement);
  const fill = element('fill', HTMLInputElement);
  const texts = calculator.dataset;
  let token = '';

  const show = (made: string) => {
    token = made;
    element('token-result', HTMLElement).textContent = token;
    showCommand(token === '' ? '' : claudeCodeCommand(texts.endpoint ?? '', token));
    element('result', HTMLElement).hidden = token === '';
    element('fill-choice', HTMLElement).hidden = !fitsExamples(token);
    fill.checked = false;
    fillExamples();
  };
  const showProblem = (text: string, field?: HTMLInputElement) => {
    problem.textContent = text;
    problem.hidden = text === '';
    for (const input of inputs) input.ariaInvalid = String(input === field);
    field?.focus();
  };
  /** What is shown no longer belongs to what is typed. */
  const forget = () => {
    show('');
    showProblem('');
  };
  const compute = async () => {
    forget();
    const keys = { publicKey: fields.publicKey.value, secretKey: fields.secretKey.value };
    try {
      const made = await createAccessToken(keys);
      if (fields.publicKey.value !== keys.publicKey || fields.secretKey.value !== keys.secretKey) return;
      show(made);
      announce(texts.done ?? '');
    } catch (error) {
      const { text, field } = problemOf(error, keys, texts as ProblemTexts);
      showProblem(text, field && fields[field]);
    }
  };
  const clear = () => {
    for (const input of inputs) input.value = '';
    forget();
  };

  for (const input of inputs) {
    input.addEventListener('input', forget);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') compute();
    });
  }
  element('compute', HTMLButtonElement).addEventListener('click', compute);
  element('clear', HTMLButtonElement).addEventListener('click', () => {
    clear();
    announce(texts.cleared ?? '');
    fields.publicKey.focus();
  });
  fill.addEventListener('change', () => fillExamples(fill.checked ? token : undefined));
  // A page that is left may be kept, and shown again by the Back button.
  addEventListener('pagehide', clear);
  calculator.disabled = false;
}
