import type { ArgumentDefinition, OptionDefinition } from '../command-line/definition.ts';

/** A period as people type it: one name, or two days. */
export const periodArgument: ArgumentDefinition = {
  name: 'period',
  summary: 'By name (yesterday, last_7_days, last_month, 2026-W14, 2026-03, 2026-Q3, 2026), or its first and last day',
  variadic: true,
};

export const zoneOption: OptionDefinition = {
  flags: '--tz <zone>',
  summary: 'IANA time zone that days are counted in',
  default: 'Europe/Paris',
};
