import type { ComponentChildren } from 'preact';
import type { Assets } from '../assets.ts';
import type { Language } from '../language.ts';
import { PageFrame } from '../page-frame.tsx';
import { ACCOUNT_PATH, accountAddresses } from './addresses.ts';
import type { AccountTexts } from './texts.ts';

/** What every page of the account is made with. */
export interface AccountContext {
  language: Language;
  texts: AccountTexts;
  assets: Assets;
  /** The host of this server, as the person sees it in the address bar. */
  host: string;
}

/** Who is signed in, as far as pages show it. */
export interface Visitor {
  /** The public name of the account. */
  publicKey: string;
  csrf: string;
}

interface AccountFrameProps extends AccountContext {
  title: string;
  visitor: Visitor | undefined;
  /** The page is one of those in the bar. */
  current?: 'overview' | 'calls' | undefined;
  /** Says what went wrong. */
  problem?: boolean;
  script?: keyof Assets;
  /** Where the same is to be read in the other language: a path, and what its query holds beside the language. */
  here?: { path: string; search?: URLSearchParams };
  children: ComponentChildren;
}

/** The bar with the pages of the account, around one of them. */
export function AccountFrame({ visitor, current, here, children, ...rest }: AccountFrameProps) {
  const { language, texts } = rest;
  const addresses = accountAddresses(language);
  const width = visitor === undefined ? 'narrow' : 'account-width';
  const end = (
    <div class="account-bar">
      <a {...otherLanguage(texts, here)}>{texts.otherLanguage.name}</a>
      {visitor && (
        <form method="post" action={addresses.signOut}>
          <input type="hidden" name="csrf" value={visitor.csrf} />
          <button type="submit" class="plain">
            {texts.signOut}
          </button>
        </form>
      )}
    </div>
  );
  return (
    <PageFrame
      {...rest}
      width={width}
      kind="account"
      home={addresses.overview}
      end={end}
      below={visitor && <AccountPages language={language} texts={texts} current={current} />}
    >
      {children}
    </PageFrame>
  );
}

function AccountPages({ language, texts, current }: Pick<AccountFrameProps, 'language' | 'texts' | 'current'>) {
  const addresses = accountAddresses(language);
  const pages = [
    { id: 'overview', name: texts.pages.overview, address: addresses.overview },
    { id: 'calls', name: texts.pages.calls, address: addresses.calls },
    { id: 'documentation', name: texts.pages.documentation, address: `/mcp/docs?lang=${language}` },
  ];
  return (
    <nav class="account-pages account-width" aria-label={texts.pages.label}>
      <ul>
        {pages.map(({ id, name, address }) => (
          <li>
            <a href={address} {...(id === current && { 'aria-current': 'page' as const })}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function otherLanguage({ otherLanguage: { language } }: AccountTexts, here: AccountFrameProps['here']) {
  const search = new URLSearchParams(here?.search);
  search.set('lang', language);
  return { href: `${here?.path ?? ACCOUNT_PATH}?${search}`, hreflang: language, lang: language };
}
