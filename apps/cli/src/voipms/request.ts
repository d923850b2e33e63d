import { TelephonyError } from '@voxolib/telephony';
import type { MethodEntry } from './method.ts';
import { findMethod } from './methods.ts';

/** A call of a method, as it was typed. */
export interface MethodRequest {
  method: string;
  params: Record<string, string>;
  /** What was changed of what was typed. */
  notes: string[];
}

/**
 * Reads `getPhonebook Spam name=value …`: words with a name are parameters; one without is the parameter that the method has it for.
 * @throws INVALID_INPUT for a word that has no place.
 */
export function readRequest(typed: string, words: readonly string[]): MethodRequest {
  const entry = findMethod(typed);
  const request: MethodRequest = { method: entry?.name ?? typed, params: {}, notes: [] };
  for (const word of words) {
    const equals = word.indexOf('=');
    const [name, value] = equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [placeOf(word, entry), word];
    if (Object.hasOwn(request.params, name)) throw refuse(name, `${name} is given twice.`);
    request.params[name] = asVendorsNumber(name, value, request.notes);
  }
  return request;
}

function placeOf(word: string, entry: MethodEntry | undefined): string {
  if (entry?.word !== undefined) return /^\d+$/.test(word) ? entry.word.digits : entry.word.text;
  const takes = entry?.parameters.length ? ` ${entry.name} takes ${entry.parameters.join(', ')}.` : '';
  throw refuse('parameters', `A parameter is written name=value.${takes}`);
}

const NUMBER_PARAMETERS: readonly string[] = ['did', 'dst', 'number', 'contact'];

/** VoIP.ms wants ten digits where people write +1 (514) 555-0142. */
function asVendorsNumber(name: string, value: string, notes: string[]): string {
  if (!NUMBER_PARAMETERS.includes(name) || /^\d{10}$/.test(value)) return value;
  const digits = /^\+?1?[\s().-]*\d[\d\s().-]*$/.test(value)
    ? value.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
    : '';
  if (digits.length !== 10) return value;
  notes.push(`${name} is sent as ${digits}: VoIP.ms wants ten digits.`);
  return digits;
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { provider: 'voipms', field });
}
