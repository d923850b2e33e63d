import type { Tier, TierUsage } from '@voxolib/access';
import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { Scroller } from '../scroller.tsx';
import { filled } from '../sign-in/texts.ts';
import type { AdminTexts } from './texts.ts';

interface UsageSectionProps {
  usage: readonly TierUsage[];
  tierOf(name: string): Tier;
  /** As `YYYY-MM`. */
  month: string;
  texts: AdminTexts['usage'];
  language: Language;
}

/** What all accounts together have used in this month, by tier. */
export function UsageSection({ usage, tierOf, month, texts, language }: UsageSectionProps) {
  const { number, money, month: monthName } = figures(language);
  return (
    <section aria-labelledby="usage-heading" class="card">
      <h2 id="usage-heading">{texts.heading}</h2>
      <p class="small">{filled(texts.month, 'month', monthName(month))}</p>
      {usage.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Scroller label={`${texts.heading}, ${monthName(month)}`}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{texts.tier}</th>
                <th scope="col">{texts.accounts}</th>
                <th scope="col">{texts.calls}</th>
                <th scope="col">{texts.over}</th>
                <th scope="col">{texts.cost}</th>
              </tr>
            </thead>
            <tbody>
              {usage.map(({ tier, subjects, calls, overage }) => (
                <tr>
                  <th scope="row">{tierOf(tier).name === tier ? tierOf(tier).title : tier}</th>
                  <td>{number(subjects)}</td>
                  <td>{number(calls)}</td>
                  <td>{overage ? number(overage.calls) : '–'}</td>
                  <td>{overage ? money(overage.amount, overage.currency) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </section>
  );
}
