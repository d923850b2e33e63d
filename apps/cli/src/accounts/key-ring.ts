import { TelephonyError } from '@voxolib/telephony';

/** What the key ring keeps, by vendor. */
export type KeptBy = 'voxolib' | 'voipms' | 'daktela';

const SERVICE = 'voxolib';

/** A secret that `voxolib login` has kept; undefined where there is none, or no key ring. */
export async function readKept(vendor: KeptBy): Promise<string | undefined> {
  const entry = await entryOf(vendor);
  try {
    return entry?.getPassword() ?? undefined;
  } catch {
    return undefined;
  }
}

/** @throws CONFIGURATION where the system has no key ring, or it is locked. */
export async function keep(vendor: KeptBy, secret: string): Promise<void> {
  const entry = await entryOf(vendor);
  try {
    if (entry !== undefined) return entry.setPassword(secret);
  } catch {
    // Its words may be in any language, and are about the same as ours.
  }
  throw new TelephonyError('CONFIGURATION', 'The key ring of this system cannot be used. Set the variables instead.');
}

/** Forgets a secret; says whether there was one. */
export async function forget(vendor: KeptBy): Promise<boolean> {
  const entry = await entryOf(vendor);
  try {
    return entry?.deletePassword() ?? false;
  } catch {
    return false;
  }
}

/** The key ring is machine code, and optional: a platform that has none does without. */
async function entryOf(vendor: KeptBy) {
  try {
    const { Entry } = await import('@napi-rs/keyring');
    return new Entry(SERVICE, vendor);
  } catch {
    return undefined;
  }
}
