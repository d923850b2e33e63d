import type { Language } from '../language.ts';
import { RichText } from '../rich-text.tsx';
import type { Texts } from '../texts.ts';
import { type SampleDay, WeekChart } from './week-chart.tsx';

const days: SampleDay[] = [
  { date: '2026-03-02', total: 74, answered: 61 },
  { date: '2026-03-03', total: 96, answered: 83 },
  { date: '2026-03-04', total: 68, answered: 60 },
  { date: '2026-03-05', total: 81, answered: 70 },
  { date: '2026-03-06', total: 63, answered: 55 },
  { date: '2026-03-07', total: 21, answered: 14 },
  { date: '2026-03-08', total: 9, answered: 6 },
];

/** A question and its answer, with the figures computed from one small table. */
export function SampleAnswer({ texts, language }: { texts: Texts['sample']; language: Language }) {
  const total = days.reduce((sum, day) => sum + day.total, 0);
  const answered = days.reduce((sum, day) => sum + day.answered, 0);
  const busiest = days.reduce((best, day) => (day.total > best.total ? day : best));
  const facts: Record<string, string> = {
    total: String(total),
    answered: String(answered),
    rate: new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(answered / total),
    busiest: new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(busiest.date)),
  };
  const answer = texts.answer.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => facts[name] ?? placeholder);
  return (
    <figure class="sample">
      <figcaption>{texts.caption}</figcaption>
      <p class="asked">{texts.question}</p>
      <div class="answer">
        <p>
          <RichText text={answer} />
        </p>
        <div>
          <WeekChart days={days} label={texts.chart} language={language} />
          <p class="legend">
            <span>
              <i class="answered" />
              {texts.answered}
            </span>
            <span>
              <i class="unanswered" />
              {texts.unanswered}
            </span>
          </p>
        </div>
      </div>
    </figure>
  );
}
