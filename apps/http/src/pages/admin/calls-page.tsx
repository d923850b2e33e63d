import { callExportFormats } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { searchOf } from '../calls/call-query.ts';
import { Calls } from '../calls/calls.tsx';
import type { CallsView } from '../calls/find-calls.ts';
import { paths } from './addresses.ts';
import { type AdminContext, AdminFrame } from './admin-frame.tsx';
import type { Administrator } from './sessions.ts';

export interface AdminCallsOptions extends AdminContext {
  administrator: Administrator;
  view: CallsView;
  tools: readonly string[];
}

/** The record of all accounts, and files of it. */
export function renderAdminCalls({ administrator, view, tools, ...context }: AdminCallsOptions): string {
  const { texts, language } = context;
  const { calls } = texts;
  const page = (
    <AdminFrame
      {...context}
      title={calls.title}
      administrator={administrator}
      current="calls"
      problem={view.found === undefined}
      otherSearch={searchOf(view.query, { lang: texts.otherLanguage.language })}
    >
      <h1>{texts.overview.title}</h1>
      <h2>{calls.heading}</h2>
      <p class="small">{calls.lead}</p>
      {view.found && (
        <p class="exports">
          {calls.exports}{' '}
          {callExportFormats.map((format) => (
            <a href={`${paths.export}${searchOf(view.query, { format })}`} download>
              {calls[format]}
            </a>
          ))}
        </p>
      )}
      <Calls view={view} language={language} action={paths.calls} tools={tools} withUser />
    </AdminFrame>
  );
  return `<!doctype html>${renderToString(page)}`;
}
