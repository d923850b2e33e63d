import { standardTiers, Tier } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { accountTexts } from './texts.ts';
import type { PlanUsage } from './usage.ts';
import { UsageSection } from './usage-section.tsx';

const [discover, automate] = standardTiers.map((tier) => Tier.parse(tier));
const resetsAt = Date.UTC(2026, 11);

/** What a person reads, without the spaces that keep words together. */
function words(plan: PlanUsage, language: Language = 'en'): string {
  const html = renderToString(<UsageSection usage={[plan]} texts={accountTexts[language].usage} language={language} />);
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll(' .', '.');
}

function planOf(tier: Tier | undefined, calls: number, more: Partial<PlanUsage['month']> = {}): PlanUsage {
  if (tier === undefined) throw new Error('There is no such tier');
  const month = { tier: tier.name, month: '2026-11', calls, resetsAt, ...more };
  return { tier, month, minute: { used: 7, limit: 60 } };
}

it('says what is used of a month and of a minute, and when it begins anew', () => {
  const text = words(planOf(discover, 1_234));
  expect(text).toContain('In November 2026 1,234 of 10,000 calls');
  expect(text).toContain('This minute 7 of 60 calls');
  expect(text).toContain('Counted anew from 1 December 2026.');
  expect(words(planOf(discover, 1_234), 'fr')).toContain('En novembre 2026 1 234 appels sur 10 000');
});

it('says that calls are refused when they are used up', () => {
  const text = words(planOf(discover, 10_000));
  expect(text).toContain('The 10,000 calls of this month are used up. Calls are answered again from 1 December 2026.');
});

it('says what calls beyond the included ones cost', () => {
  const overage = { calls: 2_500, amount: '1.25', currency: 'EUR' };
  const text = words(planOf(automate, 102_500, { overage }));
  expect(text).toContain('2,500 calls beyond the included ones: €1.25 so far.');
  expect(text).toContain('Calls beyond 100,000 a month cost €0.0005 each.');
  expect(text).not.toContain('used up');
  const french = words(planOf(automate, 102_500, { overage }), 'fr');
  expect(french).toContain('2 500 appels au-delà de ceux compris : 1,25 € à ce jour.');
  expect(words(planOf(automate, 5))).not.toContain('so far');
});

it('has neither a bar nor an end where there is no limit', () => {
  const { tier, month } = planOf(discover, 42);
  const plan = { tier: { ...tier, callsPerMonth: null }, month, minute: undefined };
  expect(words(plan)).toContain('42 calls, without a limit');
  expect(words(plan)).not.toContain('This minute');
});
