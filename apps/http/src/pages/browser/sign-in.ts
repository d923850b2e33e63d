import { createAccessToken } from '@voxolib/token';
import { element } from './element.ts';
import { type ProblemTexts, problemOf } from './token-problem.ts';

/** Makes the token of the two keys in the page, and sends the token in their place. */
function signInForm(form: HTMLFormElement): void {
  const fields = {
    publicKey: element('public-key', HTMLInputElement),
    secretKey: element('secret-key', HTMLInputElement),
  };
  const inputs = Object.values(fields);
  const token = element('derived-token', HTMLInputElement);
  const problem = element('keys-error', HTMLElement);

  const showProblem = (text: string, field?: HTMLInputElement) => {
    problem.textContent = text;
    problem.hidden = text === '';
    for (const input of inputs) input.ariaInvalid = String(input === field);
    field?.focus();
  };
  const clear = () => {
    fields.secretKey.value = '';
    token.value = '';
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const keys = { publicKey: fields.publicKey.value, secretKey: fields.secretKey.value };
    try {
      token.value = await createAccessToken(keys);
      form.submit();
    } catch (error) {
      const { text, field } = problemOf(error, keys, form.dataset as ProblemTexts);
      showProblem(text, field && fields[field]);
    }
  });
  for (const input of inputs) input.addEventListener('input', () => showProblem(''));
  // A page that is left may be kept, and shown again by the Back button.
  addEventListener('pagehide', clear);
  clear();
  element('key-fields', HTMLFieldSetElement).disabled = false;
}

const form = document.getElementById('keys');
if (form instanceof HTMLFormElement) signInForm(form);
document.getElementById('problem')?.focus();
