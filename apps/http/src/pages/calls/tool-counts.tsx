import { type CallCountGroup, type CallStatus, callStatuses } from '@voxolib/access';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { Scroller } from '../scroller.tsx';
import type { CallTexts } from './texts.ts';

interface ToolCountsProps {
  counts: readonly CallCountGroup[];
  texts: CallTexts;
  language: Language;
}

/** How many calls of each tool ended how. Outcomes that no call had have no column. */
export function ToolCounts({ counts, texts, language }: ToolCountsProps) {
  const { number } = figures(language);
  const statuses = callStatuses.filter((status) => counts.some((count) => count.status === status));
  const tools = [...new Set(counts.map(({ tool }) => tool))];
  const sum = (tool: string, status?: CallStatus) =>
    counts
      .filter((count) => count.tool === tool && (status === undefined || count.status === status))
      .reduce((total, { calls }) => total + calls, 0);
  return (
    <Scroller label={texts.summary.heading}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{texts.summary.tool}</th>
            <th scope="col">{texts.chart.total}</th>
            {statuses.map((status) => (
              <th scope="col">{texts.statuses[status]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tools.map((tool) => (
            <tr>
              <th scope="row">
                <code>{tool}</code>
              </th>
              <td>{number(sum(tool))}</td>
              {statuses.map((status) => (
                <td>{number(sum(tool, status))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
