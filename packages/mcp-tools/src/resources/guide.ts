import type { Caller } from '../caller.ts';
import { questions } from '../guide/questions.ts';
import { asLanguage, type Language, languages, type Words } from '../language.ts';
import { code, list, table } from '../markdown.ts';
import type { Resource } from '../resource.ts';
import { whyNotOffered } from '../selection.ts';
import type { Tool } from '../tool.ts';

export const guide: Resource = {
  uriTemplate: 'voxolib://guide/{language}',
  name: 'guide',
  title: 'Guide to the tools / Guide des outils',
  description:
    'Which tool answers which question, with the call to make, among those that are offered. Language: en or fr.',
  mimeType: 'text/markdown',
  complete: { language: () => languages },
  listed: [
    {
      uri: 'voxolib://guide/en',
      name: 'guide_en',
      title: 'Guide to the tools',
      description: 'Which tool answers which question, with the call to make.',
    },
    {
      uri: 'voxolib://guide/fr',
      name: 'guide_fr',
      title: 'Guide des outils',
      description: 'Quel outil répond à quelle question, avec l’appel à faire.',
    },
  ],
  read(variables, caller, { tools }) {
    const language = asLanguage(variables.language);
    return language && guideText(language, caller, tools);
  },
};

const words = {
  title: { en: 'Guide to the tools', fr: 'Guide des outils' },
  questions: { en: 'Which question, which call', fr: 'Quelle question, quel appel' },
  question: { en: 'Question', fr: 'Question' },
  tool: { en: 'Tool', fr: 'Outil' },
  call: { en: 'Arguments', fr: 'Arguments' },
  rules: { en: 'Reading the answer', fr: 'Lire la réponse' },
  tools: { en: 'Every tool', fr: 'Tous les outils' },
  asModelsRead: {
    en: 'In the words that models read.',
    fr: 'Dans les mots que lisent les modèles, en anglais.',
  },
  none: { en: 'No tool is offered to this caller.', fr: 'Aucun outil n’est disponible pour cet appelant.' },
} satisfies Record<string, Words>;

const rules: readonly Words[] = [
  {
    en: 'Totals, rates and changes are computed: quote them, do not add up rows.',
    fr: 'Totaux, taux et variations sont calculés : citez-les, n’additionnez pas de lignes.',
  },
  {
    en: 'Give each rate with what it is divided by, such as 83.5 % of 412 calls.',
    fr: 'Donnez chaque taux avec son dénominateur, par exemple 83,5 % de 412 appels.',
  },
  {
    en: 'Say which days are covered, whether today is partial, and what is missing.',
    fr: 'Dites quels jours sont couverts, si aujourd’hui est partiel, et ce qui manque.',
  },
];

function guideText(language: Language, caller: Caller, tools: readonly Tool[]): string {
  const say = (said: Words) => said[language];
  const offered = tools.filter((tool) => whyNotOffered(tool, caller) === undefined);
  const minutes = whyNotOffered({ needs: 'minutes', scope: 'mcp.billing.read' }, caller) === undefined;
  const rows = questions
    .filter((one) => offered.some(({ name }) => name === one.tool) && (minutes || one.arguments.measure !== 'minutes'))
    .map((one) => [say(one.question), code(one.tool), code(JSON.stringify(one.arguments))]);
  if (offered.length === 0) return `# ${say(words.title)}\n\n${say(words.none)}`;
  return `# ${say(words.title)}

## ${say(words.questions)}

${table([say(words.question), say(words.tool), say(words.call)], rows)}

## ${say(words.rules)}

${list(rules.map(say))}

## ${say(words.tools)}

${say(words.asModelsRead)}

${list(offered.map((tool) => `${code(tool.name)}, ${tool.title}. ${tool.description.replaceAll(/\s*\n\s*/g, ' ')}`))}`;
}
