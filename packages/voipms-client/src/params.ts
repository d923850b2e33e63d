import { TelephonyError } from '@voxolib/telephony';
import { isMethodName } from './methods.ts';

/** Parameters of a method. `undefined` is left out; an empty text is sent, and on a change clears the field. */
export type MethodParams = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Parameters as they go. */
export type WireParams = Readonly<Record<string, string>>;

const NAME_FORM = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;
const OURS: readonly string[] = ['api_username', 'api_password', 'method', 'content_type'];
/** A fax or a recording goes as base64; nothing else comes near. */
const LONGEST = 20_000_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Texts for all parameters that are there: yes and no as 1 and 0, which every method takes; on a read, empty ones are left out.
 * @throws INVALID_INPUT for a method or a parameter that cannot be one.
 */
export function toWireParams(method: string, params: MethodParams, read: boolean): WireParams {
  if (!isMethodName(method)) throw refuse('method', 'This cannot be the name of a VoIP.ms method, such as getBalance.');
  const entries = Object.entries(params).flatMap(([name, value]): [string, string][] => {
    if (!NAME_FORM.test(name)) throw refuse('params', 'A parameter has a name that VoIP.ms cannot know.');
    if (OURS.includes(name)) throw refuse(name, `${name} is set by the client and cannot be a parameter.`);
    if (value === undefined || (read && (value === '' || value === null))) return [];
    return [[name, toText(name, value)]];
  });
  return Object.fromEntries(entries);
}

function toText(name: string, value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  const text = String(value);
  if (text.length > LONGEST) throw refuse(name, `${name} is too long.`);
  if (CONTROL.test(text) || !text.isWellFormed()) throw refuse(name, `${name} holds characters that no text has.`);
  if (typeof value === 'number' && !Number.isFinite(value)) throw refuse(name, `${name} is not a number.`);
  return text;
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { provider: 'voipms', field });
}
