import type { ComponentChildren } from 'preact';
import type { Assets } from './assets.ts';
import { Document } from './document.tsx';
import { iconAddress } from './icon.ts';
import type { Language } from './language.ts';
import type { Texts } from './texts.ts';

interface LayoutProps {
  language: Language;
  texts: Texts;
  assets: Assets;
  sections: readonly { id: string; heading: string }[];
  version: string;
  /** Whether there is a page of the account. */
  account: boolean;
  /** What the page was asked for, and is asked for in the other language too, such as `client=x&`. */
  search?: string;
  children: ComponentChildren;
}

/** What surrounds every page: head, bar with the language switch, list of sections, footer. */
export function Layout(props: LayoutProps) {
  const { language, texts, assets, sections, version, account, search = '', children } = props;
  const other = texts.otherLanguage;
  return (
    <Document language={language} title={texts.title} description={texts.description} assets={assets} script="docs.js">
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="bar">
        <a class="brand" href="#content">
          <img src={iconAddress} alt="" width="28" height="28" />
          Voxolib MCP
        </a>
        <div class="account-bar">
          {account && <a href={`/account?lang=${language}`}>{texts.account}</a>}
          <a href={`?${search}lang=${other.language}`} hreflang={other.language} lang={other.language}>
            {other.name}
          </a>
        </div>
      </header>
      <div class="columns">
        <nav class="sections" aria-label={texts.sections}>
          <ul>
            {sections.map(({ id, heading }) => (
              <li>
                <a href={`#${id}`}>{heading}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content">{children}</main>
      </div>
      <footer class="foot">
        <p>
          {texts.footer.version} {version}
        </p>
        <p>
          <a href={`/connect?lang=${language}`}>{texts.footer.connect}</a>
        </p>
        <p>
          <a href="/healthz">{texts.footer.health}</a>
        </p>
      </footer>
      <p id="announcement" class="visually-hidden" role="status" />
    </Document>
  );
}
