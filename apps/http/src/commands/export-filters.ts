import type { CallFilters } from '@voxolib/access';
import { DEFAULT_TIME_ZONE, dayBounds } from '@voxolib/telephony';
import { ConfigError } from '../config-error.ts';
import { type CallField, fieldProblem, isStatus } from '../pages/calls/call-field.ts';
import { callTexts } from '../pages/calls/texts.ts';

/** The fields of the page, but for the token: an argument is seen by others, and `--token` would ask for a secret. */
export type ExportOptions = { [Name in Exclude<CallField, 'token'> | 'token-id']?: string | undefined };

/** Which calls the options of the command line name. Throws a `ConfigError` that names every option that is wrong. */
export function exportFilters({ tz = DEFAULT_TIME_ZONE, ...options }: ExportOptions): CallFilters {
  const texts = callTexts.en.problems;
  const { from, to, user, tool, status, client, 'token-id': token } = options;
  const problems = Object.entries({ tz, from, to, user, tool, status, client, token }).flatMap(([name, text]) => {
    const problem = text === undefined ? undefined : fieldProblem(name as CallField, text);
    return problem === undefined ? [] : [`--${name === 'token' ? 'token-id' : name}: ${texts[problem]}`];
  });
  if (problems.length === 0 && from !== undefined && to !== undefined && to < from)
    problems.push(`--to: ${texts.order}`);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return {
    from: from === undefined ? undefined : dayBounds(from, tz).start,
    to: to === undefined ? undefined : dayBounds(to, tz).end,
    subject: user,
    tokenId: token,
    tool,
    status: status !== undefined && isStatus(status) ? status : undefined,
    client,
  };
}
