import { AccessTokenError, createAccessToken } from '@voxolib/token';
import { claudeCodeCommand } from '../snippets.ts';
import { announce } from './announce.ts';
import { element } from './element.ts';

/** Computes the token of the two keys in the page. Nothing is kept beyond what the reader sees. */
export function tokenCalculator(): void {
  const calculator = element('calculator', HTMLFieldSetElement);
  const publicKey = element('public-key', HTMLInputElement);
  const secretKey = element('secret-key', HTMLInputElement);
  const problem = element('calculator-error', HTMLElement);
  const result = element('result', HTMLElement);
  const outputs = { token: element('token-result', HTMLElement), command: element('command-result', HTMLElement) };
  const { endpoint = '', ...texts } = calculator.dataset;

  const show = (token: string, command: string) => {
    outputs.token.textContent = token;
    outputs.command.textContent = command;
    result.hidden = token === '';
  };
  const showProblem = (text: string, field?: HTMLInputElement) => {
    problem.textContent = text;
    problem.hidden = text === '';
    for (const input of [publicKey, secretKey]) input.ariaInvalid = String(input === field);
    field?.focus();
  };
  /** What is shown no longer belongs to what is typed. */
  const forget = () => {
    show('', '');
    showProblem('');
  };
  const compute = async () => {
    forget();
    const keys = { publicKey: publicKey.value, secretKey: secretKey.value };
    try {
      const token = await createAccessToken(keys);
      const outdated = publicKey.value !== keys.publicKey || secretKey.value !== keys.secretKey;
      if (outdated) return;
      show(token, claudeCodeCommand(endpoint, token));
      announce(texts.done ?? '');
    } catch (error) {
      const field = error instanceof AccessTokenError ? error.field : undefined;
      if (field === 'publicKey') {
        showProblem((keys.publicKey === '' ? texts.emptyPublicKey : texts.publicKey) ?? '', publicKey);
      } else if (field === 'secretKey') {
        showProblem((keys.secretKey === '' ? texts.emptySecretKey : texts.secretKey) ?? '', secretKey);
      } else {
        const noWebCrypto = error instanceof AccessTokenError && error.code === 'NO_WEB_CRYPTO';
        showProblem((noWebCrypto ? texts.noWebCrypto : texts.unknown) ?? '');
      }
    }
  };
  const clear = () => {
    publicKey.value = '';
    secretKey.value = '';
    forget();
  };

  for (const input of [publicKey, secretKey]) {
    input.addEventListener('input', forget);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') compute();
    });
  }
  element('compute', HTMLButtonElement).addEventListener('click', compute);
  element('clear', HTMLButtonElement).addEventListener('click', () => {
    clear();
    announce(texts.cleared ?? '');
    publicKey.focus();
  });
  // A page that is left may be kept, and shown again by the Back button.
  addEventListener('pagehide', clear);
  calculator.disabled = false;
}
