import { Field } from '../field.tsx';
import { RichText } from '../rich-text.tsx';
import { Snippet } from '../snippet.tsx';
import { NPX_TOKEN, OPENSSL_TOKEN, PYTHON_TOKEN } from '../terminal-snippets.ts';
import type { Texts } from '../texts.ts';

/**
 * No form, and no field has a name: without its script nothing can be submitted, hence nothing can reach an address.
 * The script enables the fields.
 */
export function TokenCalculator({ texts, endpoint }: { texts: Texts; endpoint: string }) {
  const { token } = texts;
  return (
    <section id="token" aria-labelledby="token-heading">
      <h2 id="token-heading">{token.heading}</h2>
      {token.intro.map((text) => (
        <p>
          <RichText text={text} />
        </p>
      ))}
      <fieldset
        id="calculator"
        class="calculator"
        disabled
        aria-labelledby="token-heading"
        data-endpoint={endpoint}
        data-done={token.done}
        data-cleared={token.cleared}
        data-empty-public-key={token.errors.emptyPublicKey}
        data-public-key={token.errors.publicKey}
        data-empty-secret-key={token.errors.emptySecretKey}
        data-secret-key={token.errors.secretKey}
        data-no-web-crypto={token.errors.noWebCrypto}
        data-unknown={token.errors.unknown}
      >
        <Field
          id="public-key"
          label={token.publicKey}
          code="api_public_key"
          type="text"
          describedBy="calculator-error"
        />
        <Field
          id="secret-key"
          label={token.secretKey}
          code="client_secret_key"
          type="password"
          describedBy="calculator-error"
        />
        <p id="calculator-error" class="error" role="alert" hidden />
        <div class="actions">
          <button id="compute" type="button" class="primary">
            {token.compute}
          </button>
          <button id="clear" type="button">
            {token.clear}
          </button>
        </div>
        <p class="small">
          <RichText text={token.privacy} />
        </p>
        <noscript>
          <p class="error">{token.noScript}</p>
        </noscript>
        <div id="result" hidden>
          <Snippet id="token-result" label={token.result} code="" texts={texts.copy} oneLine />
          <Snippet id="command-result" label={token.command} code="" texts={texts.copy} oneLine />
          <label id="fill-choice" class="choice">
            <input id="fill" type="checkbox" /> {token.fill}
          </label>
        </div>
      </fieldset>
      <details class="terminal">
        <summary>{token.terminal.heading}</summary>
        <Snippet id="token-npx" label={token.terminal.npx} code={NPX_TOKEN} texts={texts.copy} oneLine />
        <Snippet id="token-python" label={token.terminal.python} code={PYTHON_TOKEN} texts={texts.copy} />
        <Snippet id="token-openssl" label={token.terminal.openssl} code={OPENSSL_TOKEN} texts={texts.copy} />
        <p class="small">
          <RichText text={token.terminal.opensslLimit} />
        </p>
      </details>
    </section>
  );
}
