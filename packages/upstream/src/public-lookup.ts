import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Finds all addresses of a host, as `dns.lookup` does. */
export type ResolveAll = (
  host: string,
  done: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void;

/** The code of the error for a host with an address that is not public. */
export const NOT_PUBLIC = 'ENOTPUBLIC';

/**
 * A lookup for sockets that gives an address only when every address of the host is a public one. The socket connects to
 * what was checked, so that a name that points elsewhere a moment later gains nothing, and to a refused host none is opened.
 */
export function publicLookup(resolve: ResolveAll = systemResolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? new Error('The host has no address.'), '');
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return done(Object.assign(new Error('The host has an address that is not public.'), { code: NOT_PUBLIC }), '');
      }
      if (options.all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
  };
}

export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // A wrapped IPv4 address (`::ffff:…`, `64:ff9b::…`, `2002:…`) has a range of its own, and is refused with the others.
  return parsed.range() === 'unicast';
}

const systemResolve: ResolveAll = (host, done) => {
  systemLookup(host, { all: true }, (error, addresses) => done(error, addresses ?? []));
};
