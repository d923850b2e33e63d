import type { WireTool } from '@voxolib/mcp-tools';
import { renderToString } from 'preact-render-to-string';
import type { Assets } from './assets.ts';
import type { Language } from './language.ts';
import { Layout } from './layout.tsx';
import { About } from './sections/about.tsx';
import { Connect } from './sections/connect.tsx';
import { Hero } from './sections/hero.tsx';
import { Questions } from './sections/questions.tsx';
import { TokenCalculator } from './sections/token-calculator.tsx';
import { ToolList } from './sections/tool-list.tsx';
import { Trouble } from './sections/trouble.tsx';
import { textsIn } from './texts.ts';

export interface DocsPageOptions {
  publicUrl: URL;
  tools: readonly WireTool[];
  /** The deployment has a sign-in. */
  signIn: boolean;
  version: string;
  assets: Assets;
  language: Language;
}

/** The whole document, as text. */
export function renderDocsPage({ publicUrl, tools, signIn, version, assets, language }: DocsPageOptions): string {
  const texts = textsIn[language];
  const endpoint = new URL('/mcp', publicUrl).href;
  const sections = [
    { id: 'about', heading: texts.about.heading },
    { id: 'questions', heading: texts.questions.heading },
    { id: 'token', heading: texts.token.heading },
    { id: 'connect', heading: texts.connect.heading },
    { id: 'tools', heading: texts.tools.heading },
    { id: 'trouble', heading: texts.trouble.heading },
  ];
  const page = (
    <Layout language={language} texts={texts} assets={assets} sections={sections} version={version} account={signIn}>
      <Hero texts={texts} language={language} endpoint={endpoint} />
      <About texts={texts.about} />
      <Questions texts={texts.questions} tools={tools} />
      <TokenCalculator texts={texts} endpoint={endpoint} />
      <Connect texts={texts} publicUrl={publicUrl} endpoint={endpoint} signIn={signIn} />
      <ToolList texts={texts.tools} tools={tools} />
      <Trouble texts={texts} publicUrl={publicUrl} />
    </Layout>
  );
  return `<!doctype html>${renderToString(page)}`;
}
