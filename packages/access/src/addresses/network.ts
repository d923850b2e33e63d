import { isIPv4, isIPv6 } from 'node:net';
import { TelephonyError } from '@voxolib/telephony';
import ipaddr from 'ipaddr.js';

/** Addresses that are meant together: one, or a range such as `203.0.113.0/24` or `2001:db8::/32`. */
export interface Network {
  /** The one way in which it is written. */
  readonly text: string;
  includes(address: string): boolean;
}

/** Reads an address or a range; throws a `TelephonyError` that shows the one that is neither. */
export function parseNetwork(text: string, field = 'addresses'): Network {
  const trimmed = text.trim();
  const range = rangeOf(trimmed);
  if (range === undefined) {
    const shown = JSON.stringify(trimmed.slice(0, 64));
    const message = `${shown} is neither an address nor a range such as 203.0.113.0/24.`;
    throw new TelephonyError('INVALID_INPUT', message, { field });
  }
  const [base, bits] = range;
  return {
    text: `${base.toString()}/${bits}`,
    includes(address) {
      const parsed = parseAddress(address);
      return parsed !== undefined && parsed.kind() === base.kind() && parsed.match(base, bits);
    },
  };
}

/** The address of a peer; an IPv4 one that is wrapped in IPv6 is an IPv4 one. Undefined for anything else. */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [bare = ''] = text.split('%', 1);
  // Node refuses `010.0.0.1`, `127.1` and `0x7f000001`, which other programs read as other addresses.
  if (isIPv4(bare)) return ipaddr.IPv4.parse(bare);
  if (!isIPv6(bare)) return undefined;
  const address = ipaddr.IPv6.parse(withoutDots(bare));
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** `::10.0.0.1` is not `::ffff:10.0.0.1`, and the library takes it for that. */
function withoutDots(address: string): string {
  return address.includes('.') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  const [address = '', bits, ...rest] = text.split('/');
  const base = parseAddress(address);
  if (base === undefined || rest.length > 0 || address.includes('%')) return undefined;
  const most = base.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return [base, most];
  if (!/^\d{1,3}$/.test(bits)) return undefined;
  // A range of wrapped IPv4 addresses counts its bits from the beginning of the wrapping.
  const prefix = Number(bits) - (most === 32 && address.includes(':') ? 96 : 0);
  if (prefix < 0 || prefix > most) return undefined;
  return [networkAddress(base, prefix), prefix];
}

function networkAddress(base: ipaddr.IPv4 | ipaddr.IPv6, prefix: number): ipaddr.IPv4 | ipaddr.IPv6 {
  const cidr = `${base.toString()}/${prefix}`;
  return base.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
}
