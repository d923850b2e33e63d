import type { Language, Words } from './language.ts';
import { code, list } from './markdown.ts';
import type { PromptWords, SuggestedCall } from './prompt.ts';

const words = {
  calls: { en: 'Make these calls, as they are written', fr: 'Faites ces appels, tels quels' },
  figures: { en: 'Figures', fr: 'Chiffres' },
  answer: { en: 'Lay the answer out like this', fr: 'Présentez la réponse ainsi' },
  language: { en: 'Answer in English.', fr: 'Répondez en français.' },
} satisfies Record<string, Words>;

const rules: readonly Words[] = [
  {
    en: 'Quote the figures that the tools computed. Add up, divide and round nothing yourself.',
    fr: 'Citez les chiffres calculés par les outils. N’additionnez, ne divisez et n’arrondissez rien vous-même.',
  },
  {
    en: 'Give every rate with its denominator, for example “83.5 % of 412 calls answered”, and every change with both numbers.',
    fr: 'Donnez chaque taux avec son dénominateur, par exemple « 83,5 % de 412 appels pris », et chaque variation avec ses deux nombres.',
  },
  {
    en: 'A figure that is null has no denominator: say that there were no calls. Where small is true, give the numbers and leave the percentage out.',
    fr: 'Une valeur null n’a pas de dénominateur : dites qu’il n’y a pas eu d’appel. Si small est true, donnez les nombres et omettez le pourcentage.',
  },
  {
    en: 'State the days and the time zone that are covered. Pass on partial_until, missing, coarsened, notes and warnings.',
    fr: 'Indiquez les jours et le fuseau couverts. Transmettez partial_until, missing, coarsened, notes et warnings.',
  },
  {
    en: 'The figures say what happened, not why: offer no cause that they do not show.',
    fr: 'Les chiffres disent ce qui s’est passé, pas pourquoi : ne donnez aucune cause qu’ils ne montrent pas.',
  },
];

/** The message to the model. */
export function promptText(said: PromptWords, calls: readonly SuggestedCall[], language: Language): string {
  const say = (one: Words) => one[language];
  const steps = calls.map(
    (call, index) => `${code(call.tool)} ${code(JSON.stringify(call.arguments))}\n   ${said.purposes[index] ?? ''}`,
  );
  return `${said.goal}

## ${say(words.calls)}

${numbered(steps)}

## ${say(words.figures)}

${list(rules.map(say))}

## ${say(words.answer)}

${numbered(said.layout)}

${say(words.language)}`;
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}`).join('\n');
}
