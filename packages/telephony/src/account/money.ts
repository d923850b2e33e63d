import { z } from 'zod';

/** An amount as the vendor writes it: a decimal string, never a binary fraction. */
export const Money = z.object({
  amount: z.string().describe('Decimal amount, as the vendor gives it'),
  currency: z.string().describe('ISO 4217 code'),
});
export type Money = z.infer<typeof Money>;
