import type { ConnectedClient, StaticToken, Tier } from '@voxolib/access';
import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import { renderToString } from 'preact-render-to-string';
import { filled } from '../sign-in/texts.ts';
import { type AccountContext, AccountFrame, type Visitor } from './account-frame.tsx';
import type { DoneThing } from './addresses.ts';
import { ClientList } from './client-list.tsx';
import { TokenList } from './token-list.tsx';
import type { PlanUsage } from './usage.ts';
import { UsageSection } from './usage-section.tsx';

export interface OverviewPageOptions extends AccountContext {
  visitor: Visitor;
  clients: readonly ConnectedClient[];
  tokens: readonly StaticToken[];
  usage: readonly PlanUsage[];
  tierOf: (name: string) => Tier;
  now: number;
  done?: DoneThing | undefined;
}

/** Who has access to the account, and how much is used. */
export function renderOverviewPage(options: OverviewPageOptions): string {
  const { visitor, clients, tokens, usage, tierOf, now, done, ...context } = options;
  const { texts, language } = context;
  const { csrf } = visitor;
  const page = (
    <AccountFrame {...context} title={texts.title} visitor={visitor} current="overview" script="account.js">
      <h1>{texts.heading}</h1>
      <p class="account-name">
        {texts.signedInAs} <code>{visitor.publicKey}</code>
      </p>
      {done && (
        <p class="done" role="status">
          {texts.done[done]}
        </p>
      )}
      <ClientList clients={clients} texts={texts.clients} language={language} csrf={csrf} />
      <TokenList tokens={tokens} tierOf={tierOf} texts={texts.tokens} language={language} csrf={csrf} now={now} />
      <UsageSection usage={usage} texts={texts.usage} language={language} />
      <p class="small">{filled(texts.zone, 'zone', DEFAULT_TIME_ZONE)}</p>
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
