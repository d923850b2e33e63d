import { accountMethods } from './account-methods.ts';
import { callMethods } from './call-methods.ts';
import { handlingMethods } from './handling-methods.ts';
import type { MethodEntry } from './method.ts';
import { numberMethods } from './number-methods.ts';
import { phonebookMethods } from './phonebook-methods.ts';

/** The methods that have help, by what they are about. */
export const methods: readonly MethodEntry[] = [
  ...accountMethods,
  ...callMethods,
  ...phonebookMethods,
  ...numberMethods,
  ...handlingMethods,
];

/** The method of this name, in any case. */
export function findMethod(name: string): MethodEntry | undefined {
  const wanted = name.toLowerCase();
  return methods.find((known) => known.name.toLowerCase() === wanted);
}
