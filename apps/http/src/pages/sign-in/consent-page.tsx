import type { SignInRequest } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import type { Addresses } from './addresses.ts';
import { ClientCard, clientName } from './client-card.tsx';
import { Frame, type PageContext } from './frame.tsx';
import { filled, type SignInTexts } from './texts.ts';

export interface ConsentPageOptions extends PageContext {
  request: SignInRequest;
  addresses: Addresses;
  /** The public name of the account. */
  account: string;
  /** The scopes whose boxes are ticked. With none, the page says that one is needed. */
  ticked: readonly string[];
}

/** Asks what the client may do, one box per scope. */
export function renderConsentPage({ request, addresses, account, ticked, ...context }: ConsentPageOptions): string {
  const { texts } = context;
  const { consent } = texts;
  const { client, scopes, csrf } = request;
  const nothing = ticked.length === 0;
  const page = (
    <Frame {...context} title={consent.title} problem={nothing} script>
      <h1>{filled(consent.heading, 'client', clientName(client, texts.client))}</h1>
      <ClientCard client={client} texts={texts.client} />
      <p class="account">
        {consent.account} <code>{account}</code> <a href={addresses.signIn}>{consent.otherAccount}</a>
      </p>
      {nothing && (
        <p id="problem" class="error" role="alert" tabindex={-1}>
          {consent.none}
        </p>
      )}
      <form class="card" method="post" action={addresses.consent}>
        <input type="hidden" name="csrf" value={csrf} />
        <fieldset aria-describedby="scopes-hint">
          <legend>{consent.scopes}</legend>
          <p id="scopes-hint" class="small">
            {consent.scopesHint}
          </p>
          {scopes.map((scope) => (
            <ScopeChoice scope={scope} ticked={ticked.includes(scope)} texts={texts} />
          ))}
        </fieldset>
        <p>{filled(consent.after, 'host', client.redirectHost)}</p>
        <p class="small">{consent.kept}</p>
        <div class="actions">
          <button type="submit" name="decision" value="allow" class="primary">
            {consent.allow}
          </button>
          <button type="submit" name="decision" value="deny">
            {consent.deny}
          </button>
        </div>
      </form>
    </Frame>
  );
  return `<!doctype html>${renderToString(page)}`;
}

function ScopeChoice({ scope, ticked, texts }: { scope: string; ticked: boolean; texts: SignInTexts }) {
  const words = texts.scopes[scope] ?? { label: scope, detail: '' };
  const id = `scope-${scope}`;
  return (
    <div class="scope">
      <input type="checkbox" id={id} name="scope" value={scope} checked={ticked} aria-describedby={`${id}-detail`} />
      <div>
        <label for={id}>{words.label}</label>
        {words.changes && <span class="tag warm">{texts.changes}</span>}
        <p id={`${id}-detail`} class="small">
          {words.detail} <code>{scope}</code>
        </p>
      </div>
    </div>
  );
}
