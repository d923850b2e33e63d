import { figures } from '../figures.ts';
import type { Language } from '../language.ts';
import { filled } from '../sign-in/texts.ts';
import { FilledText } from './filled-text.tsx';
import { Moment } from './moment.tsx';
import type { UsageTexts } from './texts.ts';
import type { PlanUsage } from './usage.ts';

/** What is used of each plan, what is over and what it costs. */
export function UsageSection({
  usage,
  texts,
  language,
}: {
  usage: readonly PlanUsage[];
  texts: UsageTexts;
  language: Language;
}) {
  return (
    <section aria-labelledby="usage-heading">
      <h2 id="usage-heading">{texts.heading}</h2>
      <p class="small">{texts.intro}</p>
      <div class="plans">
        {usage.map((plan) => (
          <Plan plan={plan} texts={texts} language={language} />
        ))}
      </div>
    </section>
  );
}

function Plan({ plan, texts, language }: { plan: PlanUsage; texts: UsageTexts; language: Language }) {
  const { tier, month, minute } = plan;
  const { number, month: monthName, money } = figures(language);
  const included = tier.callsPerMonth;
  const resets = <Moment time={month.resetsAt} language={language} day />;
  const isOver = included !== null && month.calls >= included;
  return (
    <article class="card plan">
      <h3>{tier.title}</h3>
      <Gauge
        label={filled(texts.month, 'month', monthName(month.month))}
        used={month.calls}
        of={included}
        texts={texts}
        number={number}
      />
      {minute && <Gauge label={texts.minute} used={minute.used} of={minute.limit} texts={texts} number={number} />}
      {isOver && tier.overage === undefined ? (
        <p class="note">
          <FilledText text={texts.usedUp} values={{ limit: number(included), date: resets }} />
        </p>
      ) : (
        <p class="small">
          <FilledText text={texts.resets} values={{ date: resets }} />
        </p>
      )}
      {month.overage && month.overage.calls > 0 && (
        <p class="note">
          <FilledText
            text={texts.over}
            values={{
              calls: number(month.overage.calls),
              amount: <strong>{money(month.overage.amount, month.overage.currency)}</strong>,
            }}
          />
        </p>
      )}
      {tier.overage && included !== null && (
        <p class="small">
          {filled(
            filled(texts.price, 'limit', number(included)),
            'price',
            money(tier.overage.pricePerCall, tier.overage.currency),
          )}
        </p>
      )}
    </article>
  );
}

interface GaugeProps {
  label: string;
  used: number;
  /** Null for no limit. */
  of: number | null;
  texts: UsageTexts;
  number: (value: number) => string;
}

/** The words say all; the bar is for the eye alone. */
function Gauge({ label, used, of, texts, number }: GaugeProps) {
  const words = of === null ? texts.unlimited : filled(texts.ofIncluded, 'included', number(of));
  const share = of === null ? 0 : Math.min(100, (used / of) * 100);
  return (
    <div class="gauge">
      <p>
        <span>{label}</span> <span class="figure">{filled(words, 'used', number(used))}</span>
      </p>
      {of !== null && (
        <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect class="room" width="100" height="4" />
          <rect class={share >= 90 ? 'used nearly' : 'used'} width={used === 0 ? 0 : Math.max(share, 1)} height="4" />
        </svg>
      )}
    </div>
  );
}
