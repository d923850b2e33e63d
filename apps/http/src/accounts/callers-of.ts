import { createUpstreamGuard } from '@voxolib/client';
import { voxolib } from '@voxolib/client/provider';
import type { Caller, Scope } from '@voxolib/mcp-tools';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import { voipms } from '@voxolib/voipms/provider';
import type { Config } from '../config.ts';
import type { Judgement } from '../mcp/verdicts.ts';
import { credentialsIn } from './credentials.ts';

/** Makes the caller whose credentials a text holds, with what their accounts share in this process. */
export function callersOf(config: Config, scopes: ReadonlySet<Scope>) {
  const upstream = { ...config.voxolib, guard: createUpstreamGuard() };
  const cache = createDayCache({ maxBytes: config.cacheBytes });
  return (
    text: string,
    { verdict, id, fingerprint }: Judgement,
    /** Told of each request that goes to a vendor. */
    onVendorCall: () => void = () => {},
  ): Caller => {
    const { voxolib: token, voipms: account } = credentialsIn(text);
    const countingFetch: typeof fetch = (input, init) => {
      onVendorCall();
      return fetch(input, init);
    };
    // Kept days are for credentials that were just accepted; those that could not be asked about get none.
    const kept = <P extends Parameters<typeof cachedProvider>[0]>(provider: P): P =>
      verdict === 'accepted' ? cachedProvider(provider, cache, id) : provider;
    return {
      subject: `${token === undefined ? 'voipms' : 'voxolib'}:${fingerprint}`,
      scopes,
      families: config.families,
      connections: {
        ...(token !== undefined && { voxolib: kept(voxolib({ ...upstream, token, fetch: countingFetch })) }),
        ...(account !== undefined && { voipms: kept(voipms({ ...config.voipms, ...account, fetch: countingFetch })) }),
      },
    };
  };
}
