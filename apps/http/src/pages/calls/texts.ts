import type { CallStatus } from '@voxolib/access';
import type { Language } from '../language.ts';
import type { CallField } from './call-field.ts';
import type { CallProblem } from './call-query.ts';
import { texts as en } from './texts.en.ts';
import { texts as fr } from './texts.fr.ts';

/** The words around the record of calls, wherever it is shown. */
export interface CallTexts {
  filter: {
    legend: string;
    fields: Record<CallField, string>;
    /** The choice that asks for nothing. */
    all: string;
    submit: string;
    reset: string;
  };
  problems: Record<CallProblem, string>;
  statuses: Record<CallStatus, string>;
  chart: {
    heading: string;
    /** `{calls}`, `{from}` and `{to}` are filled in. */
    label: string;
    asTable: string;
    day: string;
    total: string;
    others: string;
    none: string;
  };
  summary: { heading: string; tool: string };
  table: {
    heading: string;
    time: string;
    tool: string;
    user: string;
    client: string;
    status: string;
    duration: string;
    more: string;
    arguments: string;
    noClient: string;
    changes: string;
    none: string;
    /** `{tz}` is filled in. */
    zone: string;
  };
  facts: Record<
    'id' | 'scope' | 'token_id' | 'client_id' | 'answer_rows' | 'missing' | 'vendor_calls' | 'bytes',
    string
  >;
  older: string;
  newest: string;
}

export const callTexts: Record<Language, CallTexts> = { en, fr };
