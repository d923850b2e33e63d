import { families, type StatusFamilies, type StatusFamily } from '@voxolib/telephony/reports';
import type { Language, Words } from '../language.ts';
import { code, table } from '../markdown.ts';

const meanings: Readonly<Record<StatusFamily, Words>> = {
  answered: { en: 'Somebody talked to the caller.', fr: 'Quelqu’un a parlé à l’appelant.' },
  missed: {
    en: 'Nobody talked to the caller, also where a machine took a message or the caller hung up first.',
    fr: 'Personne n’a parlé à l’appelant, y compris si un répondeur a pris un message ou si l’appelant a raccroché avant.',
  },
  busy: { en: 'The line was busy.', fr: 'La ligne était occupée.' },
  failed: {
    en: 'The call could not be set up: an error, or a rejection.',
    fr: 'L’appel n’a pas pu être établi : erreur ou rejet.',
  },
  other: {
    en: 'Every status that is not in this table, and calls of which the vendor gives no status.',
    fr: 'Tout statut absent de ce tableau, et les appels dont le fournisseur ne donne pas le statut.',
  },
};

const words = {
  title: { en: 'Statuses and families', fr: 'Statuts et familles' },
  intro: {
    en: 'A status is the vendor’s own word for how a call ended. Its family is our interpretation, shown beside it and never in its place. Upper and lower case, spaces, - and _ make no difference. The five families always add up to the calls.',
    fr: 'Un statut est le mot du fournisseur pour la fin d’un appel. Sa famille est notre interprétation, donnée à côté et jamais à sa place. Majuscules, espaces, - et _ ne comptent pas. La somme des cinq familles est toujours le nombre d’appels.',
  },
  family: { en: 'Family', fr: 'Famille' },
  meaning: { en: 'Meaning', fr: 'Sens' },
  statuses: { en: 'Statuses', fr: 'Statuts' },
  rates: { en: 'Rates and means', fr: 'Taux et moyennes' },
  figure: { en: 'Figure', fr: 'Valeur' },
  formula: { en: 'Formula', fr: 'Formule' },
  empty: {
    en: 'Where the denominator is 0, the figure is null: neither 0 % nor 100 %.',
    fr: 'Si le dénominateur est 0, la valeur est null : ni 0 % ni 100 %.',
  },
} satisfies Record<string, Words>;

const formulas: readonly (readonly [string, Words])[] = [
  [
    'answered_pct',
    {
      en: 'answered / calls × 100. The denominator is all calls: answered, missed, busy, failed and other.',
      fr: 'answered / calls × 100. Le dénominateur est l’ensemble des appels : answered, missed, busy, failed et other.',
    },
  ],
  [
    'missed_pct',
    {
      en: 'missed / calls × 100, of the same denominator. Busy and failed calls are not missed.',
      fr: 'missed / calls × 100, même dénominateur. Les appels busy et failed ne sont pas missed.',
    },
  ],
  [
    'share_pct',
    {
      en: 'calls of the group / calls of the whole period × 100; for minutes, billable of the group / billable of the period × 100.',
      fr: 'appels du groupe / appels de toute la période × 100 ; en minutes, billable du groupe / billable de la période × 100.',
    },
  ],
  [
    'mean_per_day',
    {
      en: 'calls / days, of the days that are over. Days without calls count; today does not, nor a day of which a product is missing.',
      fr: 'appels / jours, sur les jours terminés. Les jours sans appel comptent ; aujourd’hui ne compte pas, ni un jour dont il manque un produit.',
    },
  ],
  [
    'change_pct',
    {
      en: '(this period − the other) / the other × 100. Rates change in points: one percentage minus the other.',
      fr: '(cette période − l’autre) / l’autre × 100. Les taux varient en points : un pourcentage moins l’autre.',
    },
  ],
];

/** What statuses, families and rates mean, as sections of Markdown. The table is the one that figures are computed by. */
export function familySections(language: Language, statusFamilies: StatusFamilies): string {
  const say = (said: Words) => said[language];
  const rows = families.map((family) => {
    const statuses = Object.keys(statusFamilies).filter((status) => statusFamilies[status] === family);
    return [code(family), say(meanings[family]), statuses.map(code).join(', ')];
  });
  return `## ${say(words.title)}

${say(words.intro)}

${table([say(words.family), say(words.meaning), say(words.statuses)], rows)}

## ${say(words.rates)}

${table(
  [say(words.figure), say(words.formula)],
  formulas.map(([name, said]) => [code(name), say(said)]),
)}

${say(words.empty)}`;
}

/** What a family means, in a sentence. */
export function meaningOf(family: StatusFamily, language: Language): string {
  return meanings[family][language];
}
