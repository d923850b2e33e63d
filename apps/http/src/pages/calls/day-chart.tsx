import type { CallsOfDay } from '@voxolib/access';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { Scroller } from '../scroller.tsx';
import { filled } from '../sign-in/texts.ts';
import type { CallTexts } from './texts.ts';

const parts = ['ok', 'error', 'denied', 'others'] as const;
type Part = (typeof parts)[number];

const STEP = 10;
const BAR = 8;
const TALLEST = 100;

/** A column for each day, in parts by outcome, and the same figures as a table. */
export function DayChart({
  days,
  texts,
  language,
}: {
  days: readonly CallsOfDay[];
  texts: CallTexts;
  language: Language;
}) {
  const { chart } = texts;
  const { number, date } = figures(language);
  const names: Record<Part, string> = {
    ok: texts.statuses.ok,
    error: texts.statuses.error,
    denied: texts.statuses.denied,
    others: chart.others,
  };
  const all = days.reduce((sum, day) => sum + day.total, 0);
  const most = Math.max(...days.map((day) => day.total));
  const [first, last] = [date(days.at(0)?.date ?? ''), date(days.at(-1)?.date ?? '')];
  const label = filled(filled(filled(chart.label, 'calls', number(all)), 'from', first), 'to', last);
  if (all === 0) return <p>{chart.none}</p>;
  return (
    <figure class="day-chart">
      <p class="scale" aria-hidden="true">
        {number(most)}
      </p>
      <svg viewBox={`0 0 ${STEP * days.length} ${TALLEST}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {days.map((day, index) => (
          <Column day={day} x={index * STEP + (STEP - BAR) / 2} most={most} />
        ))}
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
      <figcaption class="legend">
        {parts.map((part) => (
          <span>
            <i class={part} />
            {names[part]}
          </span>
        ))}
      </figcaption>
      <details>
        <summary>{chart.asTable}</summary>
        <Scroller label={chart.heading}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{chart.day}</th>
                <th scope="col">{chart.total}</th>
                {parts.map((part) => (
                  <th scope="col">{names[part]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr>
                  <th scope="row">{date(day.date)}</th>
                  <td>{number(day.total)}</td>
                  {parts.map((part) => (
                    <td>{number(callsOf(day, part))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </details>
    </figure>
  );
}

function Column({ day, x, most }: { day: CallsOfDay; x: number; most: number }) {
  let below = 0;
  return (
    <g>
      {parts.map((part) => {
        const height = (callsOf(day, part) / most) * TALLEST;
        if (height === 0) return null;
        below += height;
        return <rect class={part} x={x} width={BAR} y={rounded(TALLEST - below)} height={rounded(height)} />;
      })}
    </g>
  );
}

function callsOf({ total, byStatus }: CallsOfDay, part: Part): number {
  const { ok = 0, error = 0, denied = 0 } = byStatus;
  return { ok, error, denied, others: total - ok - error - denied }[part];
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}
