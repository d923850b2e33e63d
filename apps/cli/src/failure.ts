import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-code.ts';
import { InterruptedError } from './interrupted.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Says what went wrong, and what to do next. */
export function tellFailure(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  if (!isTelephonyError(error)) {
    terminal.say(`voxolib itself failed: ${nameOf(error)}`);
    return exitCodes.problem;
  }
  for (const line of error.message.split('\n')) terminal.say(line);
  const next = nextStep(error);
  if (next !== undefined) terminal.say(next);
  return exitCodeOf(error.code);
}

function nextStep({ code, provider, retryAfterMs }: TelephonyError): string | undefined {
  if (retryAfterMs !== undefined) return `Try again in ${Math.max(1, Math.ceil(retryAfterMs / 1000))} s.`;
  switch (code) {
    case 'UNAUTHENTICATED':
      return `Find out why with: voxolib doctor ${provider ?? ''}`.trimEnd();
    case 'RATE_LIMITED':
    case 'UNAVAILABLE':
      return 'Try again later; nothing is wrong with the command.';
    case 'BAD_RESPONSE':
      return `See what differs with: voxolib live ${provider ?? 'voxolib'}`;
    default:
      return undefined;
  }
}

/** Foreign messages may quote what must not be printed; the name and the place are enough to find the cause. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return [error.name, ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))].slice(0, 6).join(' ');
}
