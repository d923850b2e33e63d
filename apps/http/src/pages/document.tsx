import type { ComponentChildren } from 'preact';
import type { Assets } from './assets.ts';
import { iconAddress } from './icon.ts';
import { type Language, languages } from './language.ts';

interface DocumentProps {
  language: Language;
  title: string;
  description?: string;
  assets: Assets;
  script?: keyof Assets;
  /** Where the browser goes on by itself, at once. */
  goOn?: string;
  children: ComponentChildren;
}

/** The head that all pages share, around what a page shows. */
export function Document({ language, title, description, assets, script, goOn, children }: DocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {goOn && <meta http-equiv="refresh" content={`0;url=${goOn}`} />}
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        <link rel="icon" type="image/svg+xml" href={iconAddress} />
        <link rel="stylesheet" href={assets['style.css'].address} />
        {languages
          .filter((other) => other !== language)
          .map((other) => (
            <link rel="alternate" hreflang={other} href={`?lang=${other}`} />
          ))}
        {script && <script type="module" src={assets[script].address} />}
      </head>
      <body>{children}</body>
    </html>
  );
}
