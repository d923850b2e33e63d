import type { RecordedCall } from '@voxolib/access';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { CallDetails } from './call-details.tsx';
import type { CallTexts } from './texts.ts';

interface CallTableProps {
  calls: readonly RecordedCall[];
  texts: CallTexts;
  language: Language;
  tz: string;
  withUser: boolean;
}

/** Calls, a row each and one for what is known beside it; on a narrow screen both become a block that names its cells. */
export function CallTable({ calls, texts, language, tz, withUser }: CallTableProps) {
  const { table } = texts;
  const { number, momentsIn } = figures(language);
  const moment = momentsIn(tz);
  return (
    <table class="call-table">
      <thead>
        <tr>
          <th scope="col">{table.time}</th>
          <th scope="col">{table.tool}</th>
          {withUser && <th scope="col">{table.user}</th>}
          <th scope="col">{table.client}</th>
          <th scope="col">{table.status}</th>
          <th scope="col">{table.duration}</th>
        </tr>
      </thead>
      {calls.map((call) => (
        <tbody>
          <tr>
            <td data-name={table.time}>
              <time dateTime={isoTime(call.started_at)}>{moment(call.started_at)}</time>
            </td>
            <td data-name={table.tool}>
              <code>{call.tool}</code>
              {call.changes === 1 && <span class="tag warm">{table.changes}</span>}
            </td>
            {withUser && (
              <td data-name={table.user}>
                <bdi>{call.subject}</bdi>
              </td>
            )}
            <td data-name={table.client}>
              <Client call={call} texts={table} />
            </td>
            <td data-name={table.status}>
              <span class={`outcome ${call.status}`}>{texts.statuses[call.status] ?? call.status}</span>
              {call.error_code !== null && <code>{call.error_code}</code>}
            </td>
            <td data-name={table.duration}>{call.duration_ms === null ? '–' : `${number(call.duration_ms)} ms`}</td>
          </tr>
          <tr class="more">
            <td colSpan={withUser ? 6 : 5}>
              <CallDetails call={call} texts={texts} moment={moment(call.started_at)} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

function Client({ call, texts }: { call: RecordedCall; texts: CallTexts['table'] }) {
  const name = call.client_name ?? call.client_id;
  if (name === null) return <span class="small">{texts.noClient}</span>;
  return (
    <bdi>
      {name}
      {call.client_version !== null && ` ${call.client_version}`}
    </bdi>
  );
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
