import { renderToString } from 'preact-render-to-string';
import { searchOf } from '../calls/call-query.ts';
import { Calls } from '../calls/calls.tsx';
import type { CallsView } from '../calls/find-calls.ts';
import { type AccountContext, AccountFrame, type Visitor } from './account-frame.tsx';
import { CALLS_PATH } from './addresses.ts';

interface CallsPageOptions extends AccountContext {
  visitor: Visitor;
  view: CallsView;
  /** The tools that may be chosen. */
  tools: readonly string[];
}

/** The calls of the account, and of nobody else. */
export function renderCallsPage({ visitor, view, tools, ...context }: CallsPageOptions): string {
  const { texts, language } = context;
  const page = (
    <AccountFrame
      {...context}
      title={texts.calls.heading}
      visitor={visitor}
      current="calls"
      problem={view.found === undefined}
      here={{ path: CALLS_PATH, search: new URLSearchParams(searchOf(view.query, {})) }}
    >
      <h1>{texts.heading}</h1>
      <section aria-labelledby="my-calls">
        <h2 id="my-calls">{texts.calls.heading}</h2>
        <p class="small">{texts.calls.intro}</p>
        <Calls view={view} language={language} action={CALLS_PATH} tools={tools} />
      </section>
    </AccountFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
