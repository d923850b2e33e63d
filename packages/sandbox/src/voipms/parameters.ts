import type { FastifyInstance, FastifyRequest } from 'fastify';
import { StatusError } from './status-error.ts';

/** What a request says: the query of its address and the fields of its form, of which the form goes first. */
export type Parameters = ReadonlyMap<string, string>;

const KEPT = new Set([
  'delay_before',
  'digit_timeout',
  'from_date',
  'join_when_empty',
  'leave_when_empty',
  'message_num',
  'priority_weight',
  'report_hold_time_agent',
  'response_timeout',
  'ring_inuse',
  'ring_strategy',
  'speed_dial',
  'to_date',
]);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  pop: 'serverpop',
  queue_name: 'name',
  queue_number: 'number',
  queue_language: 'language',
  phonebook_group: 'phonebook',
  routing_match: 'routing',
  routing_nomatch: 'routing',
  music: 'musiconhold',
  allowed_codecs: 'allowedcodecs',
};

/** What stands for a body that only the other front end, which speaks SOAP, understands. */
export const FOREIGN_BODY = Symbol('foreign body');

const LARGEST_BODY = 8_000_000;
const LONGEST_LOGGED = 200;
const HIDDEN = '[hidden]';
const SECRET_PARAMETERS = new Set([
  'api_username',
  'api_password',
  'password',
  'pin',
  'queue_password',
  'smpp_pass',
  'port_out_pin',
  'conf_pin',
]);

/** Reads forms with parts. Every other body is foreign. */
export function addBodyParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: LARGEST_BODY } as const;
  app.addContentTypeParser('multipart/form-data', options, async (request: FastifyRequest, body: Buffer) =>
    readForm(request.headers['content-type'] ?? '', body),
  );
  app.addContentTypeParser('*', options, async () => FOREIGN_BODY);
}

export function parametersOf(request: FastifyRequest): Parameters {
  const url = request.raw.url ?? '';
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  return new Map([...new URLSearchParams(query), ...(request.body instanceof Map ? request.body : [])]);
}

/** The parameters as the log of requests keeps them: none of them long, and no secret wherever one was sent. */
export function loggedParameters(request: FastifyRequest, secrets: readonly string[]): Record<string, string> {
  const isSecret = (text: string) => secrets.some((secret) => text.includes(secret));
  const entries = [...parametersOf(request)].map(([name, value]) => [
    isSecret(name) ? HIDDEN : name,
    SECRET_PARAMETERS.has(name) || isSecret(value) ? HIDDEN : value.slice(0, LONGEST_LOGGED),
  ]);
  return Object.fromEntries(entries);
}

/** @throws `missing_<what>`, in the words of the API, when it is absent or empty. */
export function required(parameters: Parameters, name: string, what = missingName(name)): string {
  const value = parameters.get(name)?.trim();
  if (value === undefined || value === '') throw new StatusError(`missing_${what}`);
  return value;
}

/** The API drops the underscores of most parameters when it says that one is missing or not valid. */
export function missingName(parameter: string): string {
  return OTHER_NAMES[parameter] ?? (KEPT.has(parameter) ? parameter : parameter.replaceAll('_', ''));
}

/** Undefined when it is absent or empty: in a question both mean that nothing is asked for. */
export function given(parameters: Parameters, name: string): string | undefined {
  return parameters.get(name)?.trim() || undefined;
}

export function isOn(parameters: Parameters, name: string): boolean {
  return parameters.get(name)?.trim() === '1';
}

async function readForm(contentType: string, body: Buffer): Promise<Parameters> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    const fields = new Map<string, string>();
    for (const [name, value] of form.entries())
      fields.set(name, typeof value === 'string' ? value : await value.text());
    return fields;
  } catch {
    return new Map();
  }
}
