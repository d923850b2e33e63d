import { TelephonyError } from '@voxolib/telephony';
import { isRead } from '@voxolib/voipms';
import type { Answer } from '../answers/answer.ts';
import { findMethod, methods } from '../voipms/methods.ts';

/** Every method that there is help on. */
export function listMethods(): Answer {
  const entries = methods.map(({ name, summary, parameters }) => ({
    name,
    changes: !isRead(name),
    summary,
    parameters,
  }));
  return {
    data: entries,
    tables: [
      {
        headings: ['method', 'changes', 'what it does'],
        rows: entries.map(({ name, changes, summary }) => [name, changes ? 'yes' : '', summary]),
      },
    ],
    notes: ['Other methods of the API can be called as well.'],
  };
}

/** Help on one method. @throws NOT_FOUND when there is none. */
export function explainMethod(name: string): Answer {
  const entry = findMethod(name);
  if (entry === undefined) {
    throw new TelephonyError('NOT_FOUND', 'There is no help on this method. See: voxolib voipms list', {
      field: 'method',
    });
  }
  const changes = !isRead(entry.name);
  const rows = entry.parameters.map((parameter) => [
    parameter.replace(/\*$/, ''),
    parameter.endsWith('*') ? 'yes' : '',
  ]);
  const { word } = entry;
  const places = word === undefined ? [] : [...new Set([word.digits, word.text])];
  return {
    data: { ...entry, changes },
    title: `${entry.name}: ${entry.summary}`,
    tables: [{ headings: ['parameter', 'required'], rows }],
    notes: [
      ...(word === undefined ? [] : [`A word without a name is ${places.join(' when it is digits alone, else ')}.`]),
      ...(changes ? ['It changes the account: it is shown and not sent, unless --yes is given.'] : []),
    ],
  };
}
