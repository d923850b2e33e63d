import { weeks } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { common, periodArgument, productArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_week';

export const weeklyReview: Prompt = {
  arguments: [periodArgument(STANDARD, weeks), productArgument, zoneArgument],
  tools: ['call_stats', 'compare_periods', 'find_anomalies'],
  calls(given, language) {
    const { period = STANDARD } = given;
    return [
      { tool: 'call_stats', arguments: { period, ...common(given), group_by: ['day'] } },
      { tool: 'compare_periods', arguments: { period, ...common(given), against: ['previous', 'same_last_year'] } },
      { tool: 'find_anomalies', arguments: { period, ...common(given), language } },
    ];
  },
  words: {
    en: {
      name: 'weekly_review',
      title: 'Weekly review',
      description:
        'A week’s calls: how many, what share was answered and missed, against the week before and a year ago.',
      goal: 'Review the calls of one week for the person who is responsible for answering them.',
      purposes: [
        'Totals, rates and every day of the week.',
        'The change since the week before and since the same week a year ago.',
        'The days that stand out for their weekday, and public holidays.',
      ],
      layout: [
        'One sentence: was the week better or worse than the week before, by the answered rate and by missed calls?',
        'A table: calls, answered, missed, answered rate, missed rate; a column each for this week, the week before and a year ago.',
        'The busiest day, the quietest day and the day with the most missed calls.',
        'What stands out, in the words of each explanation; or that nothing does.',
      ],
    },
    fr: {
      name: 'bilan_hebdo',
      title: 'Bilan hebdomadaire',
      description:
        'Les appels d’une semaine : combien, quelle part prise et manquée, face à la semaine d’avant et à l’an dernier.',
      goal: 'Faites le bilan des appels d’une semaine pour la personne responsable de l’accueil téléphonique.',
      purposes: [
        'Totaux, taux et chaque jour de la semaine.',
        'L’évolution depuis la semaine d’avant et depuis la même semaine de l’an dernier.',
        'Les jours qui sortent de l’ordinaire pour leur jour de semaine, et les jours fériés.',
      ],
      layout: [
        'Une phrase : la semaine a-t-elle été meilleure que la précédente, par le taux de réponse et les appels manqués ?',
        'Un tableau : appels, pris, manqués, taux de réponse, taux d’appels manqués ; une colonne pour cette semaine, la précédente et l’an dernier.',
        'Le jour le plus chargé, le plus calme, et celui qui compte le plus d’appels manqués.',
        'Ce qui sort de l’ordinaire, dans les mots de chaque explication ; ou le fait que rien n’en sort.',
      ],
    },
  },
};
