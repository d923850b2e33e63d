import { Field } from '../field.tsx';
import { RichText } from '../rich-text.tsx';
import { type CredentialProblem, type CredentialTexts, filled } from './texts.ts';
import { DAKTELA_FIELDS, VOIPMS_FIELDS } from './typed-credential.ts';

export interface SignInProblem {
  name: CredentialProblem;
  /** How long to wait. */
  seconds?: number;
}

interface CredentialFormsProps {
  texts: CredentialTexts;
  action: string;
  csrf: string;
  problem?: SignInProblem;
}

/**
 * The field of the secret key has no name and its form is sent by the script alone, so that no way of submitting it sends
 * the secret. A ready token works without script.
 */
export function CredentialForms({ texts, action, csrf, problem }: CredentialFormsProps) {
  const aboutVoipms = problem?.name.startsWith('voipms') === true;
  const aboutDaktela = problem?.name.startsWith('daktela') === true;
  const aboutToken = problem?.name === 'emptyToken' || problem?.name === 'malformed';
  return (
    <>
      {problem && (
        <p id="problem" class="error" role="alert" tabindex={-1}>
          <RichText text={filled(texts.problems[problem.name], 'seconds', String(problem.seconds ?? ''))} />
        </p>
      )}
      <noscript>
        <p class="note">{texts.noScript}</p>
      </noscript>
      <form
        id="keys"
        class="card"
        method="post"
        action={action}
        data-empty-public-key={texts.errors.emptyPublicKey}
        data-public-key={texts.errors.publicKey}
        data-empty-secret-key={texts.errors.emptySecretKey}
        data-secret-key={texts.errors.secretKey}
        data-no-web-crypto={texts.errors.noWebCrypto}
        data-unknown={texts.errors.unknown}
      >
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="token" id="derived-token" value="" autocomplete="off" />
        <fieldset id="key-fields" disabled>
          <Field id="public-key" label={texts.publicKey} code="api_public_key" type="text" describedBy="keys-error" />
          <Field
            id="secret-key"
            label={texts.secretKey}
            code="client_secret_key"
            type="password"
            describedBy="keys-error secret-privacy"
          />
          <p id="keys-error" class="error" role="alert" hidden />
          <p id="secret-privacy" class="small">
            <RichText text={texts.privacy} />
          </p>
          <button type="submit" class="primary">
            {texts.submit}
          </button>
        </fieldset>
      </form>
      <details class="ready-token" id="ready" open={aboutToken}>
        <summary>{texts.token.summary}</summary>
        <form class="card" method="post" action={action}>
          <input type="hidden" name="csrf" value={csrf} />
          <Field
            id="token"
            name="token"
            label={texts.token.label}
            type="password"
            describedBy={aboutToken ? 'problem token-hint' : 'token-hint'}
            invalid={aboutToken}
          />
          <p id="token-hint" class="small">
            {texts.token.hint}
          </p>
          <button type="submit">{texts.token.submit}</button>
        </form>
      </details>
      <details class="ready-token" id="voipms" open={aboutVoipms}>
        <summary>{texts.voipms.summary}</summary>
        <form class="card" method="post" action={action}>
          <input type="hidden" name="csrf" value={csrf} />
          <Field
            id="voipms-username"
            name={VOIPMS_FIELDS.username}
            label={texts.voipms.username}
            type="text"
            describedBy={aboutVoipms ? 'problem voipms-hint' : 'voipms-hint'}
            invalid={aboutVoipms}
          />
          <Field
            id="voipms-password"
            name={VOIPMS_FIELDS.password}
            label={texts.voipms.password}
            type="password"
            describedBy="voipms-hint"
            invalid={aboutVoipms}
          />
          <p id="voipms-hint" class="small">
            {texts.voipms.hint}
          </p>
          <button type="submit">{texts.voipms.submit}</button>
        </form>
      </details>
      <DaktelaForm texts={texts.daktela} {...{ action, csrf, problem: aboutDaktela ? problem?.name : undefined }} />
    </>
  );
}

interface DaktelaFormProps {
  texts: CredentialTexts['daktela'];
  action: string;
  csrf: string;
  /** What went wrong with this form. */
  problem: CredentialProblem | undefined;
}

/** An instance is one of many, so that its address is asked for too. */
function DaktelaForm({ texts, action, csrf, problem }: DaktelaFormProps) {
  const described = (hint: string) => (problem === undefined ? hint : `problem ${hint}`);
  const ofAddress = problem === 'daktelaAddress';
  const ofPerson = problem !== undefined && !ofAddress && problem !== 'daktelaUnavailable';
  return (
    <details class="ready-token" id="daktela" open={problem !== undefined}>
      <summary>{texts.summary}</summary>
      <form class="card" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <Field
          id="daktela-url"
          name={DAKTELA_FIELDS.url}
          label={texts.url}
          type="text"
          describedBy={described('daktela-url-hint')}
          invalid={ofAddress || problem === 'daktelaEmpty'}
        />
        <p id="daktela-url-hint" class="small">
          <RichText text={texts.urlHint} />
        </p>
        <Field
          id="daktela-username"
          name={DAKTELA_FIELDS.username}
          label={texts.username}
          type="text"
          describedBy={described('daktela-password-hint')}
          invalid={ofPerson}
        />
        <Field
          id="daktela-password"
          name={DAKTELA_FIELDS.password}
          label={texts.password}
          type="password"
          describedBy={described('daktela-password-hint')}
          invalid={ofPerson}
        />
        <p id="daktela-password-hint" class="small">
          {texts.passwordHint}
        </p>
        <p>{texts.or}</p>
        <Field
          id="daktela-access-token"
          name={DAKTELA_FIELDS.accessToken}
          label={texts.accessToken}
          type="password"
          describedBy={described('daktela-access-token-hint')}
          invalid={ofPerson}
        />
        <p id="daktela-access-token-hint" class="small">
          {texts.accessTokenHint}
        </p>
        <button type="submit">{texts.submit}</button>
      </form>
    </details>
  );
}
