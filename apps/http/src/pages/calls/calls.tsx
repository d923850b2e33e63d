import type { Language } from '../language.ts';
import { filled } from '../sign-in/texts.ts';
import { searchOf } from './call-query.ts';
import { CallTable } from './call-table.tsx';
import { DayChart } from './day-chart.tsx';
import { FilterForm } from './filter-form.tsx';
import type { CallsView } from './find-calls.ts';
import { callTexts } from './texts.ts';
import { ToolCounts } from './tool-counts.tsx';

interface CallsProps {
  view: CallsView;
  language: Language;
  /** The path of the page that shows this. */
  action: string;
  /** The tools that may be chosen. */
  tools: readonly string[];
  /** Whether the calls of many users are shown; without it, the query was read for one subject. */
  withUser?: boolean;
}

/** The record of calls: what to show, by day, by tool, and one by one. For pages that frame it and head it by an `h2`. */
export function Calls({ view: { query, found }, language, action, tools, withUser = false }: CallsProps) {
  const texts = callTexts[language];
  const { values } = query;
  const shared = { texts, language };
  return (
    <>
      <FilterForm {...shared} query={query} action={action} tools={tools} withUser={withUser} />
      {found && (
        <>
          <h3>{texts.chart.heading}</h3>
          <DayChart {...shared} days={found.days} />
          {found.counts.length > 0 && (
            <>
              <h3>{texts.summary.heading}</h3>
              <ToolCounts {...shared} counts={found.counts} />
            </>
          )}
          <h3 id="calls">{texts.table.heading}</h3>
          {found.calls.length === 0 ? (
            <p>{texts.table.none}</p>
          ) : (
            <>
              <p class="small">{filled(texts.table.zone, 'tz', values.tz)}</p>
              <CallTable {...shared} calls={found.calls} tz={values.tz} withUser={withUser} />
            </>
          )}
          <p class="paging">
            {query.asked?.cursor !== undefined && (
              <a href={`${action}${searchOf(query, { lang: language })}#calls`}>{texts.newest}</a>
            )}
            {found.next !== undefined && (
              <a href={`${action}${searchOf(query, { lang: language, cursor: found.next })}#calls`}>{texts.older}</a>
            )}
          </p>
        </>
      )}
    </>
  );
}
