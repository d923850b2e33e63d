import type { ComponentChildren } from 'preact';
import type { Assets } from '../assets.ts';
import type { Language } from '../language.ts';
import { PageFrame } from '../page-frame.tsx';
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
export function Frame({ texts, script, children, ...rest }: FrameProps) {
  const other = texts.otherLanguage;
  const end = (
    <a href={`?lang=${other.language}`} hreflang={other.language} lang={other.language}>
      {other.name}
    </a>
  );
  return (
    <PageFrame {...rest} texts={texts} {...(script && { script: 'sign-in.js' })} width="narrow" end={end}>
      {children}
    </PageFrame>
  );
}
