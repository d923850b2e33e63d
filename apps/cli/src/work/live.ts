import { type Caller, runTool, type Tool, tools } from '@voxolib/mcp-tools';
import { addDays, DEFAULT_TIME_ZONE, dateIn, isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import type { Answer } from '../answers/answer.ts';
import type { Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { readVendor, type Vendor } from '../vendors.ts';
import { liveArguments, type Try, triesOf } from './live-arguments.ts';
import { callerOf } from './run-tool.ts';

/** How one call of a tool fared. Nothing in it is the account's: names of fields, counts and codes alone. */
interface Trial {
  tool: string;
  fits: 'yes' | 'NO' | 'refused' | 'not tried';
  /** Of the longest list in the answer. */
  rows?: number;
  milliseconds?: number;
  why?: string;
}

export const live: Work = async (context) => {
  const vendor = readVendor(context.arguments[0]) ?? 'voxolib';
  const caller = { ...(await callerOf(context, vendor)), saveFile: async () => '-' };
  const progress = progressBar(context.terminal);
  const reading = tools.filter(
    ({ name, effects, needs }) => effects.readOnlyHint && (name.startsWith(`${vendor}_`) || needs === 'reports'),
  );
  const answers = new Map<string, object>();
  const tries = reading.flatMap((tool) => triesOf(tool).map((one) => ({ tool, one })));
  const trials = new Map<string, Trial>();
  try {
    // What a tool is tried with may be in the answer of one that comes later in the list.
    for (const { tool, one } of [...tries, ...tries]) {
      if (answers.has(one.name) || isOver(trials.get(one.name))) continue;
      trials.set(one.name, await tryTool(tool, one, caller, context.signal, answers));
      progress.update(answers.size, tries.length);
    }
  } finally {
    progress.end();
  }
  return report(
    vendor,
    tries.flatMap(({ one }) => trials.get(one.name) ?? []),
  );
};

function isOver(trial: Trial | undefined): boolean {
  return trial !== undefined && trial.fits !== 'not tried';
}

function report(vendor: Vendor, trials: readonly Trial[]): Answer {
  const unfit = trials.filter(({ fits }) => fits === 'NO').length;
  const rows = trials.map(({ tool, fits, rows: count, milliseconds, why }) => [tool, fits, count, milliseconds, why]);
  return {
    data: { vendor, unfit, tools: trials },
    tables: [{ headings: ['tool', 'fits', 'rows', 'ms', 'why'], rows }],
    notes: unfit === 0 ? [] : [`${unfit} of ${trials.length} calls were not answered as expected.`],
    exitCode: unfit === 0 ? exitCodes.ok : exitCodes.problem,
  };
}

async function tryTool(
  { name: tool, output }: Tool,
  one: Try,
  caller: Caller,
  signal: AbortSignal,
  answers: Map<string, object>,
): Promise<Trial> {
  const { name } = one;
  const yesterday = addDays(dateIn(DEFAULT_TIME_ZONE, new Date()), -1);
  const given = liveArguments(one, answers, { start_date: addDays(yesterday, -6), end_date: yesterday });
  if (given === undefined) return { tool: name, fits: 'not tried', why: 'the account has nothing to try it with' };
  const startedAt = performance.now();
  try {
    const answer = await runTool(tool, given, caller, { signal });
    const milliseconds = Math.round(performance.now() - startedAt);
    answers.set(name, answer);
    const { error } = output.safeParse(answer);
    const why = error?.issues
      .map(({ path, code }) => `${path.map((part) => String(part)).join('.')}: ${code}`)
      .join('; ');
    return {
      tool: name,
      fits: error === undefined ? 'yes' : 'NO',
      rows: longestList(answer),
      milliseconds,
      ...(why && { why }),
    };
  } catch (error) {
    if (signal.aborted || !isTelephonyError(error)) throw error;
    const isOurs = ['INVALID_INPUT', 'BAD_RESPONSE', 'CONFIGURATION'].includes(error.code);
    return { tool: name, fits: isOurs ? 'NO' : 'refused', why: reasonOf(error) };
  }
}

/** The message may repeat what was asked for; the code and the vendor's own do not. */
function reasonOf({ code, field, detail }: TelephonyError): string {
  const facts = [field, detail?.vendor_status, detail?.status, detail?.reason].filter((fact) => fact !== undefined);
  return [code, ...facts].join(' ');
}

function longestList(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestList));
}
