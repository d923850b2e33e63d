import type { StaticToken, Tier } from '@voxolib/access';
import type { Language } from '../language.ts';
import { filled } from '../sign-in/texts.ts';
import { accountAddresses } from './addresses.ts';
import { CallsLink } from './calls-link.tsx';
import { EndButton } from './end-button.tsx';
import { Fact } from './fact.tsx';
import { FilledText } from './filled-text.tsx';
import { Moment } from './moment.tsx';
import { ScopeWords } from './scope-words.tsx';
import type { TokenTexts } from './texts.ts';

interface TokenListProps {
  tokens: readonly StaticToken[];
  tierOf: (name: string) => Tier;
  texts: TokenTexts;
  language: Language;
  csrf: string;
  now: number;
}

/** The tokens of the account: those that count, and behind a line those that have ended. */
export function TokenList({ tokens, now, ...shared }: TokenListProps) {
  const { texts, language } = shared;
  const live = tokens.filter((token) => token.revokedAt === undefined && token.expiresAt > now);
  const ended = tokens.filter((token) => !live.includes(token));
  return (
    <section aria-labelledby="tokens-heading">
      <div class="heading-line">
        <h2 id="tokens-heading">{texts.heading}</h2>
        <a class="button primary" href={accountAddresses(language).newToken}>
          {texts.create}
        </a>
      </div>
      <p class="small">
        {texts.intro} {live.length === 0 && texts.none}
      </p>
      {live.map((token) => (
        <TokenCard token={token} {...shared} />
      ))}
      {ended.length > 0 && (
        <details class="ended">
          <summary>{filled(texts.ended, 'count', String(ended.length))}</summary>
          <ul>
            {ended.map((token) => (
              <EndedToken token={token} texts={texts} language={language} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

type CardProps = Omit<TokenListProps, 'tokens' | 'now'> & { token: StaticToken };

function TokenCard({ token, tierOf, texts, language, csrf }: CardProps) {
  const addresses = accountAddresses(language);
  return (
    <article class="card">
      <h3>
        <bdi>{token.name}</bdi>
      </h3>
      <dl class="card-facts">
        <Fact name={texts.id}>
          <code>{token.id}</code>
        </Fact>
        <Fact name={texts.permissions}>
          <ScopeWords scopes={token.scopes} language={language} />
        </Fact>
        <Fact name={texts.addresses}>{token.addresses.length === 0 ? texts.anywhere : token.addresses.join(', ')}</Fact>
        <Fact name={texts.tier}>{tierOf(token.tier).title}</Fact>
        <Fact name={texts.expires}>
          <Moment time={token.expiresAt} language={language} />
        </Fact>
        <Fact name={texts.lastUsed}>
          {token.lastUsedAt === undefined ? texts.never : <Moment time={token.lastUsedAt} language={language} />}
        </Fact>
      </dl>
      <CallsLink text={texts.calls} of={token.name} address={addresses.callsOf({ token: token.id })} />
      <EndButton
        open={texts.revoke}
        confirm={texts.confirm}
        button={filled(texts.button, 'name', token.name)}
        action={addresses.revoke(token.id)}
        csrf={csrf}
      />
    </article>
  );
}

function EndedToken({ token, texts, language }: { token: StaticToken; texts: TokenTexts; language: Language }) {
  const { revokedAt, expiresAt } = token;
  return (
    <li>
      <bdi>{token.name}</bdi> <code>{token.id}</code>{' '}
      <span class="small">
        <FilledText
          text={revokedAt === undefined ? texts.expiredOn : texts.revokedOn}
          values={{ date: <Moment time={revokedAt ?? expiresAt} language={language} /> }}
        />
      </span>
    </li>
  );
}
