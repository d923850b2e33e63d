import { TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';
import { quote } from './text.ts';
import type { Tool } from './tool.ts';

/**
 * Parses the arguments of a call.
 * @throws INVALID_INPUT that names every wrong argument, and lists the valid ones when one is unknown.
 */
export function parseArguments(tool: Tool, given: unknown): unknown {
  const parsed = tool.input.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => problem(issue, given, tool));
  const field = parsed.error.issues[0]?.path[0];
  throw new TelephonyError('INVALID_INPUT', problems.join(' '), field === undefined ? {} : { field: String(field) });
}

function problem(issue: z.core.$ZodIssue, given: unknown, tool: Tool): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => quote(key)).join(', ');
    return `Unknown ${issue.keys.length > 1 ? 'arguments' : 'argument'} ${names}. ${validArguments(tool)}`;
  }
  if (issue.path.length === 0) return `The arguments must be an object. ${validArguments(tool)}`;
  const field = issue.path.join('.');
  const value = issue.path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    given,
  );
  if (value === undefined) return `${field} is missing. ${validArguments(tool)}`;
  return `${field}: ${quote(value)} ${reason(issue)}.`;
}

function reason(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `is too ${issue.origin === 'string' ? 'long' : 'large'}: at most ${issue.maximum}`;
    case 'too_small':
      return `is too ${issue.origin === 'string' ? 'short' : 'small'}: at least ${issue.minimum}`;
    default:
      return issue.message;
  }
}

function validArguments(tool: Tool): string {
  const names = tool.input instanceof z.ZodObject ? Object.keys(tool.input.shape) : [];
  return names.length === 0 ? `${tool.name} takes no arguments.` : `${tool.name} takes ${names.join(', ')}.`;
}
