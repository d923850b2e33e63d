import type { SignInRequest } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { RichText } from '../rich-text.tsx';
import type { Addresses } from './addresses.ts';
import { ClientCard, clientName } from './client-card.tsx';
import { Frame, type PageContext } from './frame.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { filled } from './texts.ts';

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
        <p class="small">
          <RichText text={filled(consent.kept, 'account', `${context.host}/account`)} />
        </p>
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
