import { parseNetwork } from '../addresses/network.ts';

export type TokenProblem = 'mistyped' | 'unknown' | 'expired' | 'revoked' | 'address';

const reasons: Readonly<Record<TokenProblem, string>> = {
  mistyped: 'This token was not copied whole: a character is missing or wrong. Copy it again, or make a new one.',
  unknown: 'This token is not one of ours. Make a new one on the account page.',
  expired: 'This token has expired. Make a new one on the account page.',
  revoked: 'This token was revoked. Make a new one on the account page.',
  address: 'This token may not be used from this address. Its owner chose the addresses on the account page.',
};

export function refusal(problem: TokenProblem) {
  return { valid: false, problem, reason: reasons[problem] } as const;
}

/** A token with a list is refused where the address of the caller is not known. */
export function mayBeUsedFrom(networks: readonly string[], address: string | undefined): boolean {
  if (networks.length === 0) return true;
  return address !== undefined && networks.some((network) => parseNetwork(network).includes(address));
}
