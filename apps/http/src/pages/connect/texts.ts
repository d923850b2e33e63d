import type { Language } from '../language.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

/** `{host}`, `{time}` and `{count}` are filled in. */
export interface ConnectPageTexts {
  title: string;
  description: string;
  heading: string;
  lead: string;
  address: string;
  choose: string;
  chosen: string;
  documentation: string;
  check: {
    heading: string;
    well: string;
    warnings: string;
    problems: string;
    when: string;
    levels: Record<'ok' | 'warning' | 'problem', string>;
    forOperator: string;
    clients: string;
    services: string;
    database: string;
    redis: string;
    answers: string;
    silent: string;
  };
  request: {
    heading: string;
    intro: string;
    scheme: string;
    host: string;
    address: string;
    proxy: string;
    proxies: Record<'none' | 'trusted' | 'untrusted', string>;
    clock: string;
  };
}

export const connectTextsIn: Record<Language, ConnectPageTexts> = { en, fr };
