import type { CompletionSource } from '../completion.ts';
import { grant } from '../needs.ts';

/** `all`, and each product of which the connected accounts report calls or minutes. */
export const products: CompletionSource = ({ caller }) => {
  const accounts = grant('reports', caller)?.accounts ?? [];
  const names = accounts.flatMap(({ calls, minutes }) => [...calls.products, ...(minutes?.products ?? [])]);
  return [...new Set(['all', ...names])];
};
