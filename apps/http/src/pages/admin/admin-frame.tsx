import type { ComponentChildren } from 'preact';
import type { Assets } from '../assets.ts';
import type { Language } from '../language.ts';
import { PageFrame } from '../page-frame.tsx';
import { filled } from '../sign-in/texts.ts';
import { inLanguage, paths } from './addresses.ts';
import type { Administrator } from './sessions.ts';
import type { AdminTexts } from './texts.ts';

/** What every page of the administration is made with. */
export interface AdminContext {
  language: Language;
  texts: AdminTexts;
  assets: Assets;
  /** The host of this server, as the person sees it in the address bar. */
  host: string;
}

interface AdminFrameProps extends AdminContext {
  title: string;
  administrator?: Administrator | undefined;
  current?: 'overview' | 'calls' | undefined;
  /** The page says what went wrong. */
  problem?: boolean;
  /** The query under which the same is to be read in the other language. */
  otherSearch?: string;
  /** Where the browser goes on by itself, at once. */
  goOn?: string;
  children: ComponentChildren;
}

/** The bar with the pages, around one of them. */
export function AdminFrame({ administrator, current, otherSearch, children, ...rest }: AdminFrameProps) {
  const { language, texts } = rest;
  const { language: other, name } = texts.otherLanguage;
  const end = (
    <a href={otherSearch ?? `?lang=${other}`} hreflang={other} lang={other}>
      {name}
    </a>
  );
  const bar = administrator && (
    <AdminBar language={language} texts={texts} administrator={administrator} current={current} />
  );
  return (
    <PageFrame {...rest} width={administrator === undefined ? 'narrow' : 'wide'} kind="admin" end={end} below={bar}>
      {children}
    </PageFrame>
  );
}

type AdminBarProps = Pick<AdminFrameProps, 'language' | 'texts' | 'current'> & { administrator: Administrator };

function AdminBar({ language, texts, administrator, current }: AdminBarProps) {
  return (
    <div class="admin-bar wide">
      <nav aria-label={texts.pages.label}>
        <ul>
          {(['overview', 'calls'] as const).map((page) => (
            <li>
              <a
                href={inLanguage(paths[page], language)}
                {...(page === current && { 'aria-current': 'page' as const })}
              >
                {texts.pages[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" action={inLanguage(paths.signOut, language)}>
        <input type="hidden" name="csrf" value={administrator.csrf} />
        <bdi class="small">{filled(texts.signedInAs, 'who', administrator.who)}</bdi>
        <button type="submit" class="plain">
          {texts.signOut}
        </button>
      </form>
    </div>
  );
}
