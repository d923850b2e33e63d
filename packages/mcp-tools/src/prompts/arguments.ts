import { namedPeriod, otherPeriod, TelephonyError, TimeZone } from '@voxolib/telephony';
import type { CompletionSource } from '../completion.ts';
import { agents, queues, ticketCategories, ticketStatuses } from '../completions/contact-centre.ts';
import { comparedPeriods, zoneOf } from '../completions/periods.ts';
import { products } from '../completions/products.ts';
import { timeZones } from '../completions/time-zones.ts';
import type { Given, PromptArgument } from '../prompt.ts';
import { quote } from '../text.ts';

/** The period that a prompt is about; `standard` when nothing is given. */
export function periodArgument(standard: string, complete: CompletionSource): PromptArgument {
  return {
    name: 'period',
    description: {
      en: `Period by name, for example last_week, 2026-03 or 2026-Q3; ${standard} when empty`,
      fr: `Période par son nom, par exemple last_week, 2026-03 ou 2026-Q3 ; ${standard} si vide`,
    },
    complete,
    check: (value, context) => void namedPeriod(value, zoneOf(context), context.now),
  };
}

/** What the period is compared with. */
export function againstArgument(standardPeriod: string): PromptArgument {
  return {
    name: 'against',
    description: {
      en: 'What to compare with: previous, same_last_year or a period by name; both of these when empty',
      fr: 'À quoi comparer : previous, same_last_year ou une période par son nom ; ces deux-là si vide',
    },
    complete: comparedPeriods,
    check(value, context) {
      const tz = zoneOf(context);
      const base = namedPeriod(context.given.period ?? standardPeriod, tz, context.now);
      otherPeriod(value, base, tz, context.now);
    },
  };
}

export const productArgument: PromptArgument = {
  name: 'product',
  description: {
    en: 'wcb (web call back), did (inbound numbers), inbound, outbound (VoIP.ms, Daktela), internal (Daktela) or all; all when empty',
    fr: 'wcb (rappel web), did (numéros entrants), inbound, outbound (VoIP.ms, Daktela), internal (Daktela) ou all (tous) ; all si vide',
  },
  complete: products,
};

export const zoneArgument: PromptArgument = {
  name: 'tz',
  description: {
    en: 'IANA time zone that days are counted in; Europe/Paris when empty',
    fr: 'Fuseau horaire IANA des jours ; Europe/Paris si vide',
  },
  complete: timeZones,
  check(value) {
    if (TimeZone.safeParse(value).success) return;
    throw new TelephonyError('INVALID_INPUT', `tz: ${quote(value)} is not an IANA time zone, such as Europe/Paris.`, {
      field: 'tz',
    });
  },
};

/** What every suggested call takes of the arguments; what is absent is left to the tool. */
export function common({ product, tz }: Given): { product?: string; tz?: string } {
  return { ...(product && { product }), ...(tz && { tz }) };
}

export const agentArgument: PromptArgument = {
  name: 'agent',
  description: {
    en: 'Agent, by name or login; all when empty',
    fr: 'Agent, par son nom ou identifiant ; tous si vide',
  },
  complete: agents,
};

export const queueArgument: PromptArgument = {
  name: 'queue',
  description: { en: 'Queue, by name or id; all when empty', fr: 'File, par son nom ou identifiant ; toutes si vide' },
  complete: queues,
};

export const categoryArgument: PromptArgument = {
  name: 'category',
  description: {
    en: 'Categories of tickets, by name or id, separated by commas; all when empty',
    fr: 'Catégories de tickets, par nom ou identifiant, séparées par des virgules ; toutes si vide',
  },
  complete: ticketCategories,
};

export const statusArgument: PromptArgument = {
  name: 'status',
  description: {
    en: 'Statuses of tickets, by name or id, separated by commas; all when empty',
    fr: 'Statuts de tickets, par nom ou identifiant, séparés par des virgules ; tous si vide',
  },
  complete: ticketStatuses,
};

/** Filters of a contact centre, each of which takes several names; what is absent is left to the tool. */
export function namesOf({ agent, queue, category, status, tz }: Given) {
  return {
    ...(agent && { agent: [agent] }),
    ...(queue && { queue: [queue] }),
    ...(category && { category: several(category) }),
    ...(status && { status: several(status) }),
    ...(tz && { tz }),
  };
}

function several(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
