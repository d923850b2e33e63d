import { type ClientProfile, clientProfiles } from '../../src/clients/index.ts';
import { clientExamples } from '../../src/pages/client-examples.ts';
import type { Language } from '../../src/pages/language.ts';
import { textsIn } from '../../src/pages/texts.ts';
import { documentTexts } from './document-texts.ts';

export type Outcome = 'passes' | 'fails';

/** What is tried of each client, and stands in the matrix. */
const rowNames = ['discovery', 'document', 'registration', '2025', '2026', 'refresh', 'header'] as const;
export type RowName = (typeof rowNames)[number];

export type Outcomes = ReadonlyMap<ClientProfile, ReadonlyMap<RowName, Outcome>>;

const ENDPOINT = 'https://mcp.example.com/mcp';

/** `docs/clients.md`, and the same in French without the sources. */
export function clientsDocument(language: Language, outcomes: Outcomes): string {
  const texts = documentTexts[language];
  const blocks = [
    texts.opening,
    matrix(language, outcomes),
    texts.columns,
    ...clientProfiles.map((profile) => section(language, profile)),
    texts.closing,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function matrix(language: Language, outcomes: Outcomes): string {
  const { client, rows, passes, fails } = documentTexts[language];
  const lines = clientProfiles.map((profile) => [
    profile.name,
    ...rowNames.map((row) => {
      const outcome = outcomes.get(profile)?.get(row);
      return outcome === undefined ? '–' : outcome === 'passes' ? passes : fails;
    }),
  ]);
  const head = [client, ...rowNames.map((row) => rows[row])];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function section(language: Language, profile: ClientProfile): string {
  const { connect } = textsIn[language];
  const texts = documentTexts[language];
  const example = clientExamples(ENDPOINT, '').find(({ id }) => id === profile.guide);
  const steps = connect.signIn.clients[profile.guide]?.steps ?? connect.clients[profile.guide].steps;
  const numbered = steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
  const code = `\`\`\`\n${example?.signInCode ?? example?.code}\n\`\`\``;
  const emulated = [
    `- ${texts.discovery}: ${profile.discovery.map((step) => texts.steps[step]).join(', ')}`,
    `- ${texts.introductions}: ${profile.introductions.map(introduction).join('; ')}`,
    `- ${texts.redirect}: ${profile.redirectUri === undefined ? '' : `\`${profile.redirectUri}\`; `}${redirects(profile)}`,
    `- ${texts.resource}: ${profile.resource.map((form) => texts.forms[form]).join(', ')}`,
    `- Origin: ${profile.origin === undefined ? texts.noOrigin : `\`${profile.origin}\``}`,
  ];
  const known = profile.known.map(({ fact, source }) => `- ${fact} (${source})`);
  return [
    `## ${profile.name}`,
    numbered,
    code,
    texts.emulated,
    emulated.join('\n'),
    ...(language === 'en' ? [texts.known, known.join('\n')] : []),
  ].join('\n\n');
}

function introduction(given: ClientProfile['introductions'][number]): string {
  return given.way === 'has a document' ? `CIMD (\`${given.at}\`)` : `DCR (\`${given.authenticates}\`)`;
}

function redirects({ introductions }: ClientProfile): string {
  const all = introductions.flatMap(({ describes }) => describes.redirect_uris);
  return [...new Set(all)].map((uri) => `\`${uri}\``).join(', ');
}
