import { writeFile } from 'node:fs/promises';
import { TelephonyError } from '@voxolib/telephony';
import type { CommandContext, Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';
import { periodChoice } from './asked-period.ts';
import { given, reportArguments } from './report-arguments.ts';
import { callerOf, toolAnswer } from './run-tool.ts';

interface ExportAnswer {
  file: { rows: number; bytes: number; sha256: string };
  missing?: readonly { start_date: string; end_date: string; reason: string }[];
  warnings?: readonly string[];
}

export const exportDays: Work = async (context) => {
  const { options, terminal } = context;
  const asked = given({
    ...periodChoice(context.arguments, options, 'last_month'),
    ...reportArguments(options),
    format: options.format,
  });
  const caller = { ...(await callerOf(context)), saveFile: (_: string, text: string) => save(text, context) };
  const {
    file,
    missing = [],
    warnings = [],
  } = (await toolAnswer('export_calls', asked, context, caller)) as ExportAnswer;
  terminal.say(`${file.rows} rows, ${file.bytes} bytes, SHA-256 ${file.sha256}`);
  for (const warning of warnings) terminal.say(warning);
  for (const { start_date, end_date, reason } of missing)
    terminal.say(`Missing: ${start_date} to ${end_date}: ${reason}`);
  return missing.length > 0 ? exitCodes.incomplete : exitCodes.ok;
};

/** To the file that was named, or to standard output. Gives the name of the place. */
async function save(text: string, { options, terminal }: CommandContext): Promise<string> {
  if (typeof options.output !== 'string') {
    terminal.print(text);
    return '-';
  }
  try {
    await writeFile(options.output, text, { flag: 'wx' });
    return options.output;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'EEXIST') throw new TelephonyError('CONFLICT', 'The file is there already, and was left as it is.');
    throw new TelephonyError('CONFIGURATION', `The file cannot be written (${code}).`);
  }
}
