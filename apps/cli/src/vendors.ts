/** The vendors whose accounts commands are about, as they are typed. */
export const vendors = ['voxolib', 'voipms', 'daktela'] as const;
export type Vendor = (typeof vendors)[number];

export function readVendor(word: string | undefined): Vendor | undefined {
  return vendors.find((vendor) => vendor === word);
}
