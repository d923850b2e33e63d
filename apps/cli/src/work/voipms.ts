import { dryRun } from '@voxolib/voipms/dry-run';
import type { Answer } from '../answers/answer.ts';
import { factsTable } from '../answers/facts-table.ts';
import { rowsTable } from '../answers/rows-table.ts';
import type { CommandContext, Work } from '../command-context.ts';
import { findMethod } from '../voipms/methods.ts';
import { type MethodRequest, readRequest } from '../voipms/request.ts';
import { planAnswer } from './plan-answer.ts';
import { askSecrets } from './voipms-secrets.ts';

const UNKNOWN = 'There is no help on this method: see voxolib voipms list.';

export const voipms: Work = async (context) => {
  const [method = '', ...words] = context.arguments;
  if (method === 'list' || method === 'help' || words[0] === 'help') {
    const { listMethods, explainMethod } = await import('./voipms-help.ts');
    const asked = method === 'help' ? words[0] : method;
    return method === 'list' || asked === undefined ? listMethods() : explainMethod(asked);
  }
  if (method === 'cdr') return (await import('./cdr.ts')).cdr(words, context);
  return callMethod(readRequest(method, words), context);
};

async function callMethod(request: MethodRequest, context: CommandContext): Promise<Answer> {
  const params = await askSecrets(request.params, context);
  const plan = dryRun(request.method, params);
  const notes = [...request.notes, ...(findMethod(request.method) === undefined ? [UNKNOWN] : [])];
  const { dryRun: onlyShown, yes } = context.options;
  if (onlyShown === true || (plan.changes && yes !== true)) return planAnswer(plan, notes, yes === true);
  const [{ rowsOf }, { clientOf }] = await Promise.all([import('@voxolib/voipms'), import('./voipms-client.ts')]);
  const client = await clientOf(context);
  const { data, empty } = await client.call(request.method, params, { signal: context.signal });
  const rows = empty ? [] : rowsOf(request.method, data);
  const { status: _, ...facts } = data;
  const table = empty || rows.length > 0 ? rowsTable(rows) : factsTable(facts);
  return { data: empty ? [] : data, tables: [table], notes: request.notes };
}
