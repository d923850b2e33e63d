import type { ComponentChildren } from 'preact';
import type { Assets } from '../assets.ts';
import { Document } from '../document.tsx';
import { iconAddress } from '../icon.ts';
import type { Language } from '../language.ts';
import type { SignInTexts } from './texts.ts';

/** What every page of a sign-in is made with. */
export interface PageContext {
  language: Language;
  texts: SignInTexts;
  assets: Assets;
  /** The host of this server, as the person sees it in the address bar. */
  host: string;
}

interface FrameProps extends PageContext {
  title: string;
  /** The page says what went wrong. */
  problem?: boolean;
  script?: boolean;
  children: ComponentChildren;
}

/** One card between a bar and a footer that say whose page this is. */
export function Frame({ language, texts, assets, host, title, problem, script, children }: FrameProps) {
  const other = texts.otherLanguage;
  return (
    <Document
      language={language}
      title={`${problem ? `${texts.problem}: ` : ''}${title} · Voxolib MCP`}
      assets={assets}
      {...(script && { script: 'sign-in.js' })}
    >
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="bar narrow">
        <span class="brand">
          <img src={iconAddress} alt="" width="28" height="28" />
          Voxolib MCP
        </span>
        <a href={`?lang=${other.language}`} hreflang={other.language} lang={other.language}>
          {other.name}
        </a>
      </header>
      <main id="content" class="narrow" tabindex={-1}>
        {children}
      </main>
      <footer class="foot narrow">
        <p>
          <code>{host}</code>
        </p>
      </footer>
    </Document>
  );
}
