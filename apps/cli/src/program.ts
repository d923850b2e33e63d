import type { Format } from './answers/answer.ts';
import { parseCommandLine } from './command-line/parse.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { createTerminal, type Streams, type Terminal } from './terminal/terminal.ts';

export interface ProgramContext extends Streams {
  argv: readonly string[];
}

/** Runs the program and gives its exit code. */
export async function run({ argv, ...streams }: ProgramContext): Promise<ExitCode> {
  const terminal = createTerminal(streams);
  // A reader that has read enough, as `head`, is no failure.
  for (const stream of [streams.output, streams.messages]) {
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitCodes.problem));
  }
  const parsed = await parseCommandLine(argv, terminal);
  if ('exitCode' in parsed) return parsed.exitCode;
  const interrupted = new AbortController();
  const interrupt = () => {
    if (interrupted.signal.aborted) process.exit(exitCodes.interrupted);
    interrupted.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const ends: (() => Promise<void>)[] = [];
  try {
    return await work(parsed, { terminal, signal: interrupted.signal, onEnd: (end) => void ends.push(end) });
  } catch (error) {
    if (interrupted.signal.aborted) return exitCodes.interrupted;
    return (await import('./failure.ts')).tellFailure(error, terminal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await Promise.all(ends.map((end) => end()));
  }
}

async function work(
  { command, format, ...given }: Extract<Awaited<ReturnType<typeof parseCommandLine>>, { command: unknown }>,
  context: { terminal: Terminal; signal: AbortSignal; onEnd(end: () => Promise<void>): void },
): Promise<ExitCode> {
  const [work, { readConfig }] = await Promise.all([command.load(), import('./config.ts')]);
  const variables = readConfig(context.terminal.env);
  const outcome = await work({ ...context, ...given, variables });
  if (typeof outcome === 'number') return outcome;
  const { printAnswer } = await import('./answers/print-answer.ts');
  await printAnswer(outcome, format satisfies Format, context.terminal);
  return outcome.exitCode ?? (outcome.incomplete === true ? exitCodes.incomplete : exitCodes.ok);
}
