import { daktelaContract } from './contract.ts';
import { invalid } from './refusals.ts';

const LONGEST = 200;
const FORBIDDEN = /[/\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The path of an endpoint, a record or a relation, each part encoded. */
export function pathOf(endpoint: string, name?: string, relation?: string): string {
  const parts = [
    endpoint,
    ...(name === undefined ? [] : [segmentOf(name)]),
    ...(relation === undefined ? [] : [relation]),
  ];
  return `${parts.join('/')}${daktelaContract.suffix.value}`;
}

/**
 * The name of a record as a part of a path.
 * @throws INVALID_INPUT for a text that would lead elsewhere, also when it is percent-encoded, once or more often.
 */
function segmentOf(name: string): string {
  if (name.trim() === '' || name.length > LONGEST) {
    throw invalid('name', `The name of a record has 1 to ${LONGEST} characters. Take it from a list.`);
  }
  for (const form of decodedForms(name)) {
    if (FORBIDDEN.test(form) || /^\s*\.{1,2}\s*$/.test(form)) {
      throw invalid(
        'name',
        'The name of a record cannot hold a slash, a backslash or a control character. Take it from a list.',
      );
    }
  }
  return encodeURIComponent(name);
}

/** The text, and what it becomes each time that something on the way decodes it. */
function decodedForms(name: string): string[] {
  const forms = [name];
  for (let form = name; forms.length <= 8; forms.push(form)) {
    const decoded = form.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (decoded === form) return forms;
    form = decoded;
  }
  return [...forms, '/'];
}
