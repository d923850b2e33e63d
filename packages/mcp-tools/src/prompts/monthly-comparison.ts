import { months } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { againstArgument, common, periodArgument, productArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_month';

export const monthlyComparison: Prompt = {
  arguments: [periodArgument(STANDARD, months), againstArgument(STANDARD), productArgument, zoneArgument],
  tools: ['call_stats', 'compare_periods'],
  calls(given) {
    const { period = STANDARD } = given;
    const against = given.against === undefined ? ['previous', 'same_last_year'] : [given.against];
    return [
      { tool: 'compare_periods', arguments: { period, against, ...common(given), group_by: 'weekday' } },
      { tool: 'call_stats', arguments: { period, ...common(given), group_by: ['week', 'product'] } },
    ];
  },
  words: {
    en: {
      name: 'monthly_comparison',
      title: 'Monthly comparison',
      description: 'A month’s calls against the month before and the same month last year, or against what you choose.',
      goal: 'Compare the calls of a month with other periods, and say whether it was better or worse.',
      purposes: [
        'Every figure against the other periods, and the weekdays that moved most.',
        'The course of the month by week and product.',
      ],
      layout: [
        'One sentence: better or worse, by the answered rate in points and by missed calls, against each other period.',
        'A table: calls, calls per day, answered, missed, and both rates; a column for each period, with the change.',
        'The weekdays that moved most, with both numbers.',
        'The course of the month by week, and what each product has of it.',
        'What makes the periods hard to compare, by the notes: other lengths, other numbers of weekends, today, overlaps, missing days.',
      ],
    },
    fr: {
      name: 'comparatif_mensuel',
      title: 'Comparatif mensuel',
      description:
        'Les appels d’un mois face au mois précédent et au même mois de l’an dernier, ou à la période de votre choix.',
      goal: 'Comparez les appels d’un mois à d’autres périodes, et dites s’il a été meilleur ou moins bon.',
      purposes: [
        'Chaque valeur face aux autres périodes, et les jours de la semaine qui ont le plus changé.',
        'Le cours du mois par semaine et par produit.',
      ],
      layout: [
        'Une phrase : meilleur ou moins bon, par le taux de réponse en points et les appels manqués, face à chaque autre période.',
        'Un tableau : appels, appels par jour, pris, manqués et les deux taux ; une colonne par période, avec la variation.',
        'Les jours de la semaine qui ont le plus changé, avec les deux nombres.',
        'Le cours du mois par semaine, et la part de chaque produit.',
        'Ce qui rend les périodes difficiles à comparer, selon les notes : durées, week-ends, jour en cours, chevauchement, jours manquants.',
      ],
    },
  },
};
