import ipaddr from 'ipaddr.js';
import { parseAddress } from './network.ts';

/** Who has one IPv6 address has the 2^64 of its network. */
const IPV6_BITS = 64;

/** What counts as one caller among those who have not signed in: an IPv4 address, or a network of IPv6 ones. */
export function addressGroup(address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) return 'unknown';
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${IPV6_BITS}`)}/${IPV6_BITS}`;
}
