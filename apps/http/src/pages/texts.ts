import type { Language } from './language.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

/** In every text, what stands between backticks is code and what stands between double asterisks is strong. */
export interface Texts {
  title: string;
  description: string;
  skip: string;
  /** Leads to the page of the account, where there is one. */
  account: string;
  sections: string;
  otherLanguage: { language: Language; name: string };
  copy: { button: string; copied: string; failed: string };
  hero: { heading: string; lead: string; endpoint: string; transport: string };
  /** `{total}`, `{answered}`, `{rate}` and `{busiest}` are filled in. */
  sample: Record<'caption' | 'question' | 'answer' | 'chart' | 'answered' | 'unanswered', string>;
  about: { heading: string; points: readonly { heading: string; text: string }[] };
  /** A question with `tool` is shown where that tool is offered. */
  questions: { heading: string; intro: string; list: readonly { text: string; tool: string }[] };
  token: TokenTexts;
  connect: ConnectTexts;
  tools: ToolTexts;
  trouble: { heading: string; list: readonly { heading: string; text: string }[]; health: string };
  footer: { version: string; connect: string; health: string };
}

export type ClientId =
  | 'claude-code'
  | 'claude-connector'
  | 'claude-desktop'
  | 'openai-api'
  | 'chatgpt'
  | 'copilot-studio'
  | 'le-chat'
  | 'mistral-sdk'
  | 'vs-code'
  | 'other-clients';

interface ConnectTexts {
  heading: string;
  intro: string;
  local: string;
  more: string;
  clients: Record<ClientId, ClientTexts>;
  signIn: SignInGuideTexts;
}

/** Where the server offers sign-in: instead of the steps with a token, which then come second. */
export interface SignInGuideTexts {
  intro: string;
  withToken: string;
  /** A client that is not here knows no sign-in. */
  clients: Partial<Record<ClientId, { steps: readonly string[]; limits: readonly string[] }>>;
}

export interface ClientTexts {
  name: string;
  steps: readonly string[];
  /** What to know before trusting it: what it cannot do, where the token goes. */
  limits: readonly string[];
  /** Names the example, for those who do not see it. */
  example: string;
}

export interface TokenTexts {
  heading: string;
  intro: readonly string[];
  publicKey: string;
  secretKey: string;
  compute: string;
  clear: string;
  privacy: string;
  noScript: string;
  result: string;
  command: string;
  fill: string;
  done: string;
  cleared: string;
  errors: Record<'emptyPublicKey' | 'publicKey' | 'emptySecretKey' | 'secretKey' | 'noWebCrypto' | 'unknown', string>;
  terminal: { heading: string; npx: string; python: string; openssl: string; opensslLimit: string };
}

/** Tools of one vendor, and those that ask every account. */
export const toolGroups = ['reports', 'voxolib', 'voipms', 'daktela'] as const;
type ToolGroupId = (typeof toolGroups)[number];

export interface ToolTexts {
  heading: string;
  intro: string;
  groups: Record<ToolGroupId, string>;
  readOnly: string;
  arguments: string;
  noArguments: string;
  required: string;
  optional: string;
  /** Goes before the value. */
  default: string;
  types: Record<'date' | 'text' | 'integer' | 'number' | 'boolean' | 'object' | 'any' | 'choice' | 'list', string>;
  /** By tool name; a tool that is not here is shown in the words of the tool list, which are English. */
  translations: Record<string, ToolTranslation>;
}

export interface ToolTranslation {
  title: string;
  description: string;
  arguments: Record<string, string>;
}

export const textsIn: Record<Language, Texts> = { en, fr };
