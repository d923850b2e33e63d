import { months } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { common, periodArgument, productArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_month';

export const minutesReport: Prompt = {
  needs: 'minutes',
  scope: 'mcp.billing.read',
  arguments: [periodArgument(STANDARD, months), productArgument, zoneArgument],
  tools: ['call_stats', 'compare_periods'],
  calls(given) {
    const { period = STANDARD } = given;
    const measured = { period, ...common(given), measure: 'minutes' };
    return [
      { tool: 'call_stats', arguments: { ...measured, group_by: ['month', 'product'] } },
      { tool: 'call_stats', arguments: { ...measured, group_by: ['day'], sort_by: 'billable', top: 5 } },
      { tool: 'compare_periods', arguments: { ...measured, against: ['previous', 'same_last_year'] } },
    ];
  },
  words: {
    en: {
      name: 'minutes_report',
      title: 'Minutes report',
      description: 'The minutes of a period by kind of line and product, and how they changed.',
      goal: 'Report the minutes of a period, as one would read them beside an invoice.',
      purposes: [
        'Minutes by month and product: fixed, mobile, international and billable.',
        'The five days with the most billable minutes.',
        'The change since the period before and since a year ago.',
      ],
      layout: [
        'One sentence: billable minutes of the period, and their change in both numbers.',
        'A table by month and product: fixed, mobile, international, billable. Billable need not be the sum of the others: do not correct it.',
        'The five days with the most billable minutes.',
        'That minutes are decimal: 1.5 is one minute and 30 seconds.',
      ],
    },
    fr: {
      name: 'rapport_minutes',
      title: 'Rapport des minutes',
      description: 'Les minutes d’une période par type de ligne et par produit, et leur évolution.',
      goal: 'Faites le rapport des minutes d’une période, comme on le lirait à côté d’une facture.',
      purposes: [
        'Les minutes par mois et par produit : fixe, mobile, international et facturables.',
        'Les cinq jours qui comptent le plus de minutes facturables.',
        'L’évolution depuis la période précédente et depuis l’an dernier.',
      ],
      layout: [
        'Une phrase : les minutes facturables de la période, et leur variation avec les deux nombres.',
        'Un tableau par mois et par produit : fixe, mobile, international, facturables. Les minutes facturables ne sont pas forcément la somme des autres : ne les corrigez pas.',
        'Les cinq jours qui comptent le plus de minutes facturables.',
        'Précisez que les minutes sont décimales : 1,5 vaut une minute et 30 secondes.',
      ],
    },
  },
};
