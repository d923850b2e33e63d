import type { Language } from '../language.ts';

export interface SampleDay {
  date: string;
  total: number;
  answered: number;
}

const BAR = 26;
const STEP = 40;
const TALLEST = 96;
const FLOOR = 18 + TALLEST;

/** A column for each day, with its share of answered calls. */
export function WeekChart({
  days,
  label,
  language,
}: {
  days: readonly SampleDay[];
  label: string;
  language: Language;
}) {
  const most = Math.max(...days.map((day) => day.total));
  const heightOf = (calls: number) => Math.round((calls / most) * TALLEST);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <svg viewBox={`0 0 ${STEP * days.length} ${FLOOR + 22}`} role="img" aria-label={label}>
      {days.map((day, index) => {
        const x = index * STEP + (STEP - BAR) / 2;
        const middle = x + BAR / 2;
        const column = (calls: number) => ({
          x,
          width: BAR,
          y: FLOOR - heightOf(calls),
          height: heightOf(calls),
          rx: 3,
        });
        return (
          <g>
            <rect class="unanswered" {...column(day.total)} />
            <rect class="answered" {...column(day.answered)} />
            <text x={middle} y={FLOOR - 6 - heightOf(day.total)} text-anchor="middle">
              {day.total}
            </text>
            <text x={middle} y={FLOOR + 18} text-anchor="middle">
              {weekday.format(new Date(day.date))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
