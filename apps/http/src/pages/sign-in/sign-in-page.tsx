import type { SignInRequest } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { Field } from '../field.tsx';
import { RichText } from '../rich-text.tsx';
import type { Addresses } from './addresses.ts';
import { ClientCard } from './client-card.tsx';
import { Frame, type PageContext } from './frame.tsx';
import { type CredentialProblem, filled } from './texts.ts';

export interface SignInPageOptions extends PageContext {
  request: SignInRequest;
  addresses: Addresses;
  problem?: SignInProblem;
}

export interface SignInProblem {
  name: CredentialProblem;
  /** How long to wait. */
  seconds?: number;
}

/**
 * The field of the secret key has no name and its form is sent by the script alone, so that no way of submitting it sends
 * the secret. A ready token works without script.
 */
export function renderSignInPage({ request, addresses, problem, ...context }: SignInPageOptions): string {
  const { texts } = context;
  const { signIn } = texts;
  const aboutToken = problem?.name === 'emptyToken' || problem?.name === 'malformed';
  const page = (
    <Frame {...context} title={signIn.title} problem={problem !== undefined} script>
      <h1>{signIn.heading}</h1>
      <p>{signIn.lead}</p>
      <ClientCard client={request.client} texts={texts.client} />
      {problem && (
        <p id="problem" class="error" role="alert" tabindex={-1}>
          {filled(signIn.problems[problem.name], 'seconds', String(problem.seconds ?? ''))}
        </p>
      )}
      <noscript>
        <p class="note">{signIn.noScript}</p>
      </noscript>
      <form
        id="keys"
        class="card"
        method="post"
        action={addresses.signIn}
        data-empty-public-key={signIn.errors.emptyPublicKey}
        data-public-key={signIn.errors.publicKey}
        data-empty-secret-key={signIn.errors.emptySecretKey}
        data-secret-key={signIn.errors.secretKey}
        data-no-web-crypto={signIn.errors.noWebCrypto}
        data-unknown={signIn.errors.unknown}
      >
        <input type="hidden" name="csrf" value={request.csrf} />
        <input type="hidden" name="token" id="derived-token" value="" autocomplete="off" />
        <fieldset id="key-fields" disabled>
          <Field id="public-key" label={signIn.publicKey} code="api_public_key" type="text" describedBy="keys-error" />
          <Field
            id="secret-key"
            label={signIn.secretKey}
            code="client_secret_key"
            type="password"
            describedBy="keys-error secret-privacy"
          />
          <p id="keys-error" class="error" role="alert" hidden />
          <p id="secret-privacy" class="small">
            <RichText text={signIn.privacy} />
          </p>
          <button type="submit" class="primary">
            {signIn.submit}
          </button>
        </fieldset>
      </form>
      <details class="ready-token" open={aboutToken}>
        <summary>{signIn.token.summary}</summary>
        <form class="card" method="post" action={addresses.signIn}>
          <input type="hidden" name="csrf" value={request.csrf} />
          <Field
            id="token"
            name="token"
            label={signIn.token.label}
            type="password"
            describedBy={aboutToken ? 'problem token-hint' : 'token-hint'}
            invalid={aboutToken}
          />
          <p id="token-hint" class="small">
            {signIn.token.hint}
          </p>
          <button type="submit">{signIn.token.submit}</button>
        </form>
      </details>
      <form method="post" action={addresses.consent}>
        <input type="hidden" name="csrf" value={request.csrf} />
        <button type="submit" name="decision" value="deny" class="plain">
          {signIn.cancel}
        </button>
      </form>
    </Frame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
