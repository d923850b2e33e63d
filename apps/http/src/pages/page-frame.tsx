import type { ComponentChildren } from 'preact';
import type { Assets } from './assets.ts';
import { Document } from './document.tsx';
import { iconAddress } from './icon.ts';
import type { Language } from './language.ts';

interface PageFrameProps {
  language: Language;
  texts: { skip: string; problem: string };
  assets: Assets;
  /** The host of this server, as the person sees it in the address bar. */
  host: string;
  title: string;
  /** The page says what went wrong. */
  problem?: boolean | undefined;
  script?: keyof Assets | undefined;
  /** Where the browser goes on by itself, at once. */
  goOn?: string | undefined;
  /** Class that says how wide the page is. */
  width: string;
  /** Class of the main part. */
  kind?: string;
  /** Where the name of the server leads. */
  home?: string;
  /** What stands at the end of the bar. */
  end: ComponentChildren;
  /** What stands below the bar. */
  below?: ComponentChildren;
  children: ComponentChildren;
}

/** A page between a bar and a footer that say whose it is. */
export function PageFrame(props: PageFrameProps) {
  const { language, texts, assets, host, title, problem, script, goOn, width, kind = '' } = props;
  const brand = (
    <>
      <img src={iconAddress} alt="" width="28" height="28" />
      Voxolib MCP
    </>
  );
  return (
    <Document
      language={language}
      title={`${problem ? `${texts.problem}: ` : ''}${title} · Voxolib MCP`}
      assets={assets}
      {...(script && { script })}
      {...(goOn !== undefined && { goOn })}
    >
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header>
        <div class={`bar ${width}`}>
          {props.home === undefined ? (
            <span class="brand">{brand}</span>
          ) : (
            <a class="brand" href={props.home}>
              {brand}
            </a>
          )}
          {props.end}
        </div>
        {props.below}
      </header>
      <main id="content" class={`${kind} ${width}`.trim()} tabindex={-1}>
        {props.children}
      </main>
      <footer class={`foot ${width}`}>
        <p>
          <code>{host}</code>
        </p>
      </footer>
      <p id="announcement" class="visually-hidden" role="status" />
    </Document>
  );
}
