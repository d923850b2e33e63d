import type { Language } from '../language.ts';
import { RichText } from '../rich-text.tsx';
import type { Texts } from '../texts.ts';

const days = [
  { date: '2026-03-02', total: 74, answered: 61 },
  { date: '2026-03-03', total: 96, answered: 83 },
  { date: '2026-03-04', total: 68, answered: 60 },
  { date: '2026-03-05', total: 81, answered: 70 },
  { date: '2026-03-06', total: 63, answered: 55 },
  { date: '2026-03-07', total: 21, answered: 14 },
  { date: '2026-03-08', total: 9, answered: 6 },
];

const BAR = 26;
const STEP = 40;
const HEIGHT = 96;

/** A question and its answer, with the figures computed from one small table. */
export function SampleAnswer({ texts, language }: { texts: Texts['sample']; language: Language }) {
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const answered = days.reduce((sum, day) => sum + day.answered, 0);
  const most = Math.max(...days.map((day) => day.total));
  const weekday = (date: string, weekdayForm: 'long' | 'short') =>
    new Intl.DateTimeFormat(language, { weekday: weekdayForm, timeZone: 'UTC' }).format(new Date(date));
  const facts = {
    total: String(total),
    answered: String(answered),
    rate: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(answered / total),
    busiest: weekday(days.find((day) => day.total === most)?.date ?? '', 'long'),
  };
  return (
    <figure class="sample">
      <figcaption>{texts.caption}</figcaption>
      <p class="asked">{texts.question}</p>
      <div class="answered">
        <p>
          <RichText text={filled(texts.answer, facts)} />
        </p>
        <svg viewBox={`0 0 ${STEP * days.length} ${HEIGHT + 40}`} role="img" aria-label={texts.chart}>
          {days.map((day, index) => {
            const x = index * STEP + (STEP - BAR) / 2;
            const heightOf = (calls: number) => Math.round((calls / most) * HEIGHT);
            return (
              <g>
                <rect
                  class="all"
                  x={x}
                  y={18 + HEIGHT - heightOf(day.total)}
                  width={BAR}
                  height={heightOf(day.total)}
                  rx="3"
                />
                <rect
                  class="taken"
                  x={x}
                  y={18 + HEIGHT - heightOf(day.answered)}
                  width={BAR}
                  height={heightOf(day.answered)}
                  rx="3"
                />
                <text x={x + BAR / 2} y={12 + HEIGHT - heightOf(day.total)} text-anchor="middle">
                  {day.total}
                </text>
                <text class="day" x={x + BAR / 2} y={HEIGHT + 36} text-anchor="middle">
                  {weekday(day.date, 'short')}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}

function filled(text: string, facts: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => facts[name] ?? placeholder);
}
