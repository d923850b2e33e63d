import { periods } from '../completions/periods.ts';
import type { Prompt } from '../prompt.ts';
import { common, periodArgument, productArgument, zoneArgument } from './arguments.ts';

const STANDARD = 'last_30_days';

export const anomalies: Prompt = {
  arguments: [periodArgument(STANDARD, periods), productArgument, zoneArgument],
  tools: ['call_stats', 'find_anomalies'],
  calls(given, language) {
    const { period = STANDARD } = given;
    return [
      { tool: 'find_anomalies', arguments: { period, ...common(given), language } },
      { tool: 'call_stats', arguments: { period, ...common(given), group_by: ['status'] } },
    ];
  },
  words: {
    en: {
      name: 'anomalies',
      title: 'Days that stand out',
      description: 'The days with unusually many or few calls, or with unusually many missed ones, each in numbers.',
      goal: 'Find the days on which the calls were not as usual, and say how far from usual they were.',
      purposes: [
        'The days that stand out for their weekday, with median, spread and score, and public holidays.',
        'How calls ended over the whole period, to see the days against it.',
      ],
      layout: [
        'One sentence: how many days stand out of how many that were judged.',
        'A table, strongest first: date, weekday, what was measured, its value, the usual value (median), the score.',
        'Public holidays by name, with their calls; they are no anomalies.',
        'What was not judged, and why; and the method in one sentence.',
      ],
    },
    fr: {
      name: 'jours_inhabituels',
      title: 'Jours inhabituels',
      description:
        'Les jours où les appels, ou les appels manqués, ont été anormalement nombreux ou rares, en chiffres.',
      goal: 'Trouvez les jours où les appels n’ont pas été comme d’habitude, et dites de combien ils s’en écartent.',
      purposes: [
        'Les jours qui sortent de l’ordinaire pour leur jour de semaine, avec médiane, dispersion et score, et les jours fériés.',
        'La fin des appels sur toute la période, pour situer ces jours.',
      ],
      layout: [
        'Une phrase : combien de jours sortent de l’ordinaire, sur combien de jours jugés.',
        'Un tableau, le plus marqué d’abord : date, jour, mesure, valeur, valeur habituelle (médiane), score.',
        'Les jours fériés par leur nom, avec leurs appels ; ce ne sont pas des anomalies.',
        'Ce qui n’a pas été jugé, et pourquoi ; et la méthode en une phrase.',
      ],
    },
  },
};
