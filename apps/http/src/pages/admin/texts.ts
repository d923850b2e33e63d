import type { AlertOutcome } from '@voxolib/access';
import type { Language } from '../language.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

export interface AdminTexts {
  otherLanguage: { language: Language; name: string };
  skip: string;
  problem: string;
  pages: { label: string; overview: string; calls: string };
  /** `{who}` is filled in. */
  signedInAs: string;
  signOut: string;
  signIn: {
    title: string;
    heading: string;
    lead: string;
    token: string;
    hint: string;
    submit: string;
    oidc: string;
    wrong: string;
    /** `{seconds}` is filled in. */
    tooMany: string;
  };
  arrived: { title: string; text: string; link: string };
  overview: { title: string; heading: string };
  record: {
    heading: string;
    written: string;
    notWritten: string;
    never: string;
    running: string;
    reload: string;
    /** `{calls}`, `{writers}` and `{time}` are filled in. */
    whole: string;
    /** `{time}` is filled in. */
    broken: string;
    failed: string;
    anchor: string;
    verify: string;
    scope: string;
  };
  usage: {
    heading: string;
    /** `{month}` is filled in. */
    month: string;
    tier: string;
    accounts: string;
    calls: string;
    over: string;
    cost: string;
    none: string;
  };
  alerts: {
    heading: string;
    ownProcess: string;
    noWebhook: string;
    sent: string;
    failed: string;
    heldBack: string;
    none: string;
    time: string;
    text: string;
    outcome: string;
    outcomes: Record<AlertOutcome, string>;
  };
  calls: { title: string; heading: string; lead: string; exports: string; csv: string; jsonl: string };
  notices: Record<NoticeName, { heading: string; text: string }>;
  back: string;
}

export type NoticeName = 'refused' | 'notInGroup' | 'oidcFailed' | 'failed';

export const adminTexts: Record<Language, AdminTexts> = { en, fr };
