import { renderToString } from 'preact-render-to-string';
import { RichText } from '../rich-text.tsx';
import { ScopeChoice } from '../sign-in/scope-choice.tsx';
import { filled, signInTexts } from '../sign-in/texts.ts';
import { type AccountContext, AccountFrame, type Visitor } from './account-frame.tsx';
import { ACCOUNT_PATH, accountAddresses } from './addresses.ts';
import type { AskedToken } from './asked-token.ts';
import type { TokenProblem } from './texts.ts';

interface NewTokenOptions extends AccountContext {
  visitor: Visitor;
  /** What may be ticked. */
  scopes: readonly string[];
  /** The account has customers, who can be masked. */
  hasCustomers: boolean;
  /** The name of the plan, for people. */
  tier: string;
  asked: AskedToken;
  problem?: TokenProblem | undefined;
}

/** Asks what a new token is to be. */
export function renderNewToken({
  visitor,
  scopes,
  hasCustomers,
  tier,
  asked,
  problem,
  ...context
}: NewTokenOptions): string {
  const { texts, language } = context;
  const { newToken } = texts;
  const addresses = accountAddresses(language);
  const field = (name: TokenProblem, hint: string) => ({
    'aria-describedby': problem === name ? `problem ${hint}` : hint,
    ...(problem === name && { 'aria-invalid': true as const }),
  });
  const page = (
    <AccountFrame
      {...context}
      title={newToken.title}
      visitor={visitor}
      problem={problem !== undefined}
      script="account.js"
      here={{ path: `${ACCOUNT_PATH}/tokens/new` }}
    >
      <h1>{newToken.heading}</h1>
      <p>{newToken.lead}</p>
      {problem && (
        <p id="problem" class="error" role="alert" tabindex={-1}>
          <RichText text={newToken.problems[problem]} />
        </p>
      )}
      <form class="card new-token" method="post" action={addresses.tokens}>
        <input type="hidden" name="csrf" value={visitor.csrf} />
        <div class="field">
          <label for="name">{newToken.name}</label>
          <input
            id="name"
            name="name"
            type="text"
            value={asked.name}
            autocomplete="off"
            {...field('name', 'name-hint')}
          />
          <p id="name-hint" class="small">
            {newToken.nameHint}
          </p>
        </div>
        <fieldset {...(problem === 'scopes' && { 'aria-describedby': 'problem' })}>
          <legend>{newToken.scopes}</legend>
          {scopes.map((scope) => (
            <ScopeChoice scope={scope} ticked={asked.scopes.includes(scope)} texts={signInTexts[language]} />
          ))}
        </fieldset>
        {hasCustomers && (
          <div class="scope">
            <input
              type="checkbox"
              id="privacy"
              name="privacy"
              value="on"
              checked={asked.privacy}
              aria-describedby="privacy-hint"
            />
            <div>
              <label for="privacy">{newToken.privacy}</label>
              <p id="privacy-hint" class="small">
                {newToken.privacyHint}
              </p>
            </div>
          </div>
        )}
        <div class="field">
          <label for="days">{newToken.days}</label>
          <input
            id="days"
            name="days"
            type="text"
            inputmode="numeric"
            value={asked.days}
            autocomplete="off"
            {...field('days', 'days-hint')}
          />
          <p id="days-hint" class="small">
            {newToken.daysHint}
          </p>
        </div>
        <div class="field">
          <label for="addresses">{newToken.addresses}</label>
          <textarea
            id="addresses"
            name="addresses"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            {...field('addresses', 'addresses-hint')}
          >
            {asked.addresses}
          </textarea>
          <p id="addresses-hint" class="small">
            <RichText text={newToken.addressesHint} />
          </p>
        </div>
        <p class="small">{filled(newToken.tier, 'tier', tier)}</p>
        <div class="actions">
          <button type="submit" class="primary">
            {newToken.submit}
          </button>
          <a class="button" href={addresses.overview}>
            {newToken.cancel}
          </a>
        </div>
      </form>
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
