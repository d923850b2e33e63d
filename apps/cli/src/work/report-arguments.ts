import { TelephonyError } from '@voxolib/telephony';
import type { CommandContext } from '../command-context.ts';

/** The arguments of a report's tool that the options give. */
export function reportArguments({ product, measure }: CommandContext['options']) {
  return { product, measure };
}

/** A list with commas; `none` is an empty one. */
export function listOf(text: string | boolean | undefined): string[] {
  return typeof text !== 'string' || text === 'none' ? [] : text.split(',').map((word) => word.trim());
}

/** @throws INVALID_INPUT for what is no whole number. */
export function wholeNumber(name: string, text: string | boolean | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return Number(text);
  throw new TelephonyError('INVALID_INPUT', `--${name} must be a whole number.`, { field: name });
}

/** The object without what is undefined, which the tools' schemas would take for a value. */
export function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}
