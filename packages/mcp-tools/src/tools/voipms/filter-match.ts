import type { CallerIdFilter, PhonebookEntry, PhonebookGroup } from '@voxolib/telephony';

/** What is known of a caller when a filter is held against them. */
export interface FilteredCaller {
  number: string;
  entries: readonly PhonebookEntry[];
  groups: readonly PhonebookGroup[];
}

/** The digits of a number as filters write it: ten for North America, otherwise all. */
export function filterDigits(number: string): string {
  const digits = number.replaceAll(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}

/**
 * Why a filter meets a caller, in a few words; undefined when it does not. A number is matched exactly, by wildcards (`214*`,
 * `214XXX0000`), by the phonebook (`p`), by a group of it (`p:9310`), and as one that is not North American (`i`).
 */
export function whyFilterMeets({ pattern, group_id }: CallerIdFilter, caller: FilteredCaller): string | undefined {
  const digits = filterDigits(caller.number);
  const group = caller.groups.find(({ id }) => id === (group_id ?? /^p:(\d+)$/.exec(pattern)?.[1]));
  if (group !== undefined) return `is in the group ${group.name}`;
  if (pattern === 'p') return caller.entries.length > 0 ? 'is in the phonebook' : undefined;
  if (pattern === 'i') return digits.length === 10 ? undefined : 'is not a North American number';
  if (!/^[\dXx]{2,}\*?$/.test(pattern)) return undefined;
  const form = new RegExp(`^${pattern.replaceAll(/x/gi, '\\d').replace('*', '\\d*')}$`);
  if (!form.test(digits)) return undefined;
  return pattern === digits ? 'is this number' : `begins or looks like ${pattern}`;
}
