import { dateIn, namedPeriod, otherPeriod, type referencePeriods, type relativePeriods } from '@voxolib/telephony';
import { colon, type Language, type Words } from '../language.ts';
import { code, table } from '../markdown.ts';
import { recentPeriods } from '../recent-periods.ts';
import { rangeInWords } from './range-in-words.ts';

const relative: Readonly<Record<(typeof relativePeriods)[number], Words>> = {
  today: {
    en: 'The day that it is now, counted up to now.',
    fr: 'Le jour en cours, compté jusqu’à maintenant.',
  },
  yesterday: { en: 'The whole day before today.', fr: 'La journée d’hier, entière.' },
  last_7_days: {
    en: 'The 7 whole days that end yesterday. Today is not among them.',
    fr: 'Les 7 jours entiers qui finissent hier. Aujourd’hui n’en fait pas partie.',
  },
  last_30_days: {
    en: 'The 30 whole days that end yesterday. Today is not among them.',
    fr: 'Les 30 jours entiers qui finissent hier. Aujourd’hui n’en fait pas partie.',
  },
  this_week: {
    en: 'From Monday of the current ISO week up to today, included.',
    fr: 'Du lundi de la semaine ISO en cours à aujourd’hui, inclus.',
  },
  last_week: {
    en: 'The ISO week before the current one, Monday to Sunday.',
    fr: 'La semaine ISO qui précède celle en cours, du lundi au dimanche.',
  },
  this_month: {
    en: 'From the 1st of the current month up to today, included.',
    fr: 'Du 1er du mois en cours à aujourd’hui, inclus.',
  },
  last_month: {
    en: 'The whole calendar month before the current one.',
    fr: 'Le mois civil entier qui précède celui en cours.',
  },
  this_quarter: {
    en: 'From the first day of the current quarter (1 January, April, July or October) up to today, included.',
    fr: 'Du premier jour du trimestre en cours (1er janvier, avril, juillet ou octobre) à aujourd’hui, inclus.',
  },
  last_quarter: {
    en: 'The whole quarter before the current one.',
    fr: 'Le trimestre entier qui précède celui en cours.',
  },
  this_year: {
    en: 'From 1 January of the current year up to today, included.',
    fr: 'Du 1er janvier de l’année en cours à aujourd’hui, inclus.',
  },
  last_year: {
    en: 'The whole year before the current one, 1 January to 31 December.',
    fr: 'L’année entière qui précède celle en cours, du 1er janvier au 31 décembre.',
  },
};

const calendar: readonly { form: string; words: Words; example: (recent: Recent) => string }[] = [
  {
    form: 'YYYY-Www',
    words: {
      en: 'An ISO week, Monday to Sunday. W01 is the week with 4 January in it, so the first days of January may lie in the last week of the year before.',
      fr: 'Une semaine ISO, du lundi au dimanche. W01 est celle du 4 janvier : les premiers jours de janvier peuvent donc être de la dernière semaine de l’année d’avant.',
    },
    example: (recent) => recent('week'),
  },
  {
    form: 'YYYY-MM',
    words: { en: 'A calendar month.', fr: 'Un mois civil.' },
    example: (recent) => recent('month'),
  },
  {
    form: 'YYYY-Qn',
    words: { en: 'A quarter: Q1 is January to March.', fr: 'Un trimestre : Q1 va de janvier à mars.' },
    example: (recent) => recent('quarter'),
  },
  { form: 'YYYY', words: { en: 'A calendar year.', fr: 'Une année civile.' }, example: (recent) => recent('year') },
  {
    form: 'YYYY-MM-DD/YYYY-MM-DD',
    words: { en: 'Two dates, both included.', fr: 'Deux dates, toutes deux incluses.' },
    example: (recent) => `${recent('month')}-05/${recent('month')}-18`,
  },
];

type Recent = (unit: 'week' | 'month' | 'quarter' | 'year') => string;

const references: Readonly<Record<(typeof referencePeriods)[number], Words>> = {
  previous: {
    en: 'The day, week, month, quarter or year just before, when the period is one. Before its last day has come, only as many first days of it as the period has itself, or all where it is shorter. For any other period: as many days, ending the day before it begins.',
    fr: 'Le jour, la semaine, le mois, le trimestre ou l’année juste avant, si la période en est un. Avant son dernier jour, seulement autant de premiers jours que la période en a elle-même, ou tous s’il y en a moins. Pour toute autre période : autant de jours, jusqu’à la veille de son début.',
  },
  same_last_year: {
    en: 'The same dates one year earlier (29 February becomes the 28th); a whole month, quarter or year stays whole. For a week: the ISO week of the same number, or the last one where that year has no W53, as far as the week itself has come.',
    fr: 'Les mêmes dates un an plus tôt (le 29 février devient le 28) ; un mois, un trimestre ou une année entière le reste. Pour une semaine : la semaine ISO de même numéro, ou la dernière si cette année n’a pas de W53, aussi loin que la semaine elle-même.',
  },
  same_last_year_by_weekday: {
    en: 'Both dates 364 days (52 weeks) earlier, so that every day meets its own weekday.',
    fr: 'Les deux dates 364 jours (52 semaines) plus tôt : chaque jour retrouve son jour de la semaine.',
  },
};

/** Periods whose references show the difference: one that is not over, two that are, and one that is no calendar unit. */
const compared = ['this_month', 'last_month', 'last_week', 'last_7_days'] as const;

const words = {
  relativeTitle: { en: 'Names from today', fr: 'Noms à partir d’aujourd’hui' },
  calendarTitle: { en: 'Names of the calendar', fr: 'Noms du calendrier' },
  referenceTitle: { en: 'Names from another period', fr: 'Noms à partir d’une autre période' },
  name: { en: 'Name', fr: 'Nom' },
  definition: { en: 'Definition', fr: 'Définition' },
  form: { en: 'Form', fr: 'Forme' },
  example: { en: 'Example', fr: 'Exemple' },
  on: { en: 'On', fr: 'Le' },
  comparedWith: { en: 'Compared with', fr: 'Comparée à' },
  notOver: {
    en: 'A week, month, quarter or year that is not over ends today; one that has not begun is refused.',
    fr: 'Une semaine, un mois, un trimestre ou une année en cours finit aujourd’hui ; une période à venir est refusée.',
  },
} satisfies Record<string, Words>;

/** Every name that a period can have, with its definition and what it means at `now` in `tz`, as sections of Markdown. */
export function periodSections(language: Language, tz: string, now: Date): string {
  const say = (said: Words) => said[language];
  const onThisDay = `${say(words.on)} ${dateIn(tz, now)}`;
  const days = (name: string) => rangeInWords(namedPeriod(name, tz, now), language, tz, now);
  const recent: Recent = (unit) => recentPeriods(unit, 2, tz, now)[1] ?? '';
  const examples = compared.flatMap((name) => {
    const base = namedPeriod(name, tz, now);
    return Object.keys(references).map((reference) => {
      const other = otherPeriod(reference, base, tz, now);
      return [code(name), days(name), code(reference), rangeInWords(other, language, tz, now)];
    });
  });
  return `## ${say(words.relativeTitle)}

${table(
  [say(words.name), say(words.definition), onThisDay],
  Object.entries(relative).map(([name, said]) => [code(name), say(said), days(name)]),
)}

## ${say(words.calendarTitle)}

${table(
  [say(words.form), say(words.definition), say(words.example)],
  calendar.map(({ form, words: said, example }) => {
    const name = example(recent);
    return [code(form), say(said), `${code(name)}${say(colon)}${days(name)}`];
  }),
)}

${say(words.notOver)}

## ${say(words.referenceTitle)}

${table(
  [say(words.name), say(words.definition)],
  Object.entries(references).map(([name, said]) => [code(name), say(said)]),
)}

${table([say(words.name), onThisDay, say(words.comparedWith), onThisDay], examples)}`;
}
