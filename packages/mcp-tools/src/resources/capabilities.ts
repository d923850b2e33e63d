import { DEFAULT_MAX_TOKENS } from '../budget.ts';
import type { Caller } from '../caller.ts';
import { asLanguage, colon, type Language, languages, type Words } from '../language.ts';
import { code, list, table } from '../markdown.ts';
import { grant } from '../needs.ts';
import type { Resource } from '../resource.ts';
import { whyNotOffered } from '../selection.ts';
import { plain } from '../text.ts';
import type { Tool } from '../tool.ts';
import { MAX_YEARS } from '../tools/reports/period-input.ts';

export const capabilities: Resource = {
  uriTemplate: 'voxolib://account/capabilities/{language}',
  name: 'capabilities',
  title: 'Capabilities of the account / Possibilités du compte',
  description:
    'Which accounts, products, measures and tools this caller has, and why others are not offered. Asks no vendor. Language: en or fr.',
  mimeType: 'text/markdown',
  complete: { language: () => languages },
  listed: [
    {
      uri: 'voxolib://account/capabilities/en',
      name: 'capabilities_en',
      title: 'Capabilities of the account',
      description: 'Which accounts, products, measures and tools you have, and why others are not offered.',
    },
    {
      uri: 'voxolib://account/capabilities/fr',
      name: 'capabilities_fr',
      title: 'Possibilités du compte',
      description: 'Les comptes, produits, mesures et outils à votre disposition, et pourquoi d’autres manquent.',
    },
  ],
  read(variables, caller, { tools }) {
    const language = asLanguage(variables.language);
    return language && capabilitiesText(language, caller, tools);
  },
};

const words = {
  title: { en: 'Capabilities of the account', fr: 'Possibilités du compte' },
  accounts: { en: 'Connected accounts', fr: 'Comptes connectés' },
  account: { en: 'Account', fr: 'Compte' },
  callsOf: { en: 'Calls of', fr: 'Appels de' },
  minutesOf: { en: 'Minutes of', fr: 'Minutes de' },
  numbers: { en: 'Count of numbers', fr: 'Nombre de numéros' },
  vendorCall: {
    en: 'Longest period of one request to the vendor',
    fr: 'Plus longue période d’une requête au fournisseur',
  },
  days: { en: 'days', fr: 'jours' },
  none: { en: 'None.', fr: 'Aucun.' },
  measures: { en: 'Measures', fr: 'Mesures' },
  tools: { en: 'Tools', fr: 'Outils' },
  tool: { en: 'Tool', fr: 'Outil' },
  offered: { en: 'Offered', fr: 'Disponible' },
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
  noMinutes: { en: 'no connected account reports minutes', fr: 'aucun compte connecté ne donne les minutes' },
  limits: { en: 'Limits', fr: 'Limites' },
  longest: {
    en: `A report covers up to ${MAX_YEARS} years: longer periods than the vendor allows are fetched in parts and added up exactly.`,
    fr: `Un rapport couvre jusqu’à ${MAX_YEARS} ans : au-delà de ce que permet le fournisseur, il est lu par parties et additionné exactement.`,
  },
  size: {
    en: `An answer has at most ${DEFAULT_MAX_TOKENS} tokens unless max_tokens says otherwise; a longer one is made coarser, and says so.`,
    fr: `Une réponse a au plus ${DEFAULT_MAX_TOKENS} jetons, sauf si max_tokens en décide autrement ; plus longue, elle est regroupée, et le dit.`,
  },
} satisfies Record<string, Words>;

function capabilitiesText(language: Language, caller: Caller, tools: readonly Tool[]): string {
  const say = (said: Words) => said[language];
  const verdict = (reason: string | undefined) =>
    reason === undefined ? say(words.yes) : `${say(words.no)}${say(colon)}${reason}`;
  const accounts = grant('reports', caller)?.accounts ?? [];
  const accountRows = accounts.map(({ id, title, calls, minutes, numbers }) => [
    `${plain(title)} (${code(id)})`,
    calls.products.map(code).join(', '),
    minutes?.products.map(code).join(', ') ?? say(words.no),
    say(numbers === undefined ? words.no : words.yes),
    `${calls.maxDays} ${say(words.days)}`,
  ]);
  const headings = [words.account, words.callsOf, words.minutesOf, words.numbers, words.vendorCall].map(say);
  const minutes =
    whyNotOffered({ needs: 'reports', scope: 'mcp.stats.read' }, caller, language) ??
    whyNotOffered({ scope: 'mcp.billing.read' }, caller, language) ??
    (whyNotOffered({ needs: 'minutes' }, caller) && say(words.noMinutes));
  return `# ${say(words.title)}

## ${say(words.accounts)}

${accountRows.length === 0 ? say(words.none) : table(headings, accountRows)}

## ${say(words.measures)}

${list([
  `${code('calls')}${say(colon)}${verdict(whyNotOffered({ needs: 'reports', scope: 'mcp.stats.read' }, caller, language))}`,
  `${code('minutes')}${say(colon)}${verdict(minutes)}`,
])}

## ${say(words.tools)}

${table(
  [say(words.tool), say(words.offered)],
  tools.map((tool) => [code(tool.name), verdict(whyNotOffered(tool, caller, language))]),
)}

## ${say(words.limits)}

${list([say(words.longest), say(words.size)])}`;
}
