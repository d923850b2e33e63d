import { createUpstreamGuard } from '@voxolib/client';
import { voxolib } from '@voxolib/client/provider';
import { daktela } from '@voxolib/daktela/provider';
import type { Caller, Scope } from '@voxolib/mcp-tools';
import { cachedProvider, createDayCache } from '@voxolib/telephony/cache';
import { voipms } from '@voxolib/voipms/provider';
import type { Config } from '../config.ts';
import type { Judgement } from '../mcp/verdicts.ts';
import { credentialsIn, vendorsIn } from './credentials.ts';
import { daktelaOptions, type VendorSettings } from './vendor-settings.ts';

/** Makes the caller whose credentials a text holds, with what their accounts share in this process. */
export function callersOf(config: Config, vendors: VendorSettings, scopes: ReadonlySet<Scope>) {
  const upstream = { ...vendors.voxolib, guard: createUpstreamGuard() };
  const cache = createDayCache({ maxBytes: config.cacheBytes });
  return async (
    text: string,
    { verdict, id, fingerprint }: Judgement,
    /** Told of each request that goes to a vendor. */
    onVendorCall: () => void = () => {},
  ): Promise<Caller> => {
    const { voxolib: token, voipms: account, daktela: instance, privacy } = credentialsIn(text);
    const countingFetch: typeof fetch = (input, init) => {
      onVendorCall();
      return fetch(input, init);
    };
    // Kept days are for credentials that were just accepted; those that could not be asked about get none.
    const kept = <P extends Parameters<typeof cachedProvider>[0]>(provider: P): P =>
      verdict === 'accepted' ? cachedProvider(provider, cache, id) : provider;
    return {
      subject: `${vendorsIn(text)[0]}:${fingerprint}`,
      scopes,
      families: config.families,
      ...((config.privacy || privacy) && { privacy: true }),
      connections: {
        ...(token !== undefined && { voxolib: kept(voxolib({ ...upstream, token, fetch: countingFetch })) }),
        ...(account !== undefined && { voipms: kept(voipms({ ...vendors.voipms, ...account, fetch: countingFetch })) }),
        ...(instance !== undefined && {
          daktela: kept(daktela({ ...(await daktelaOptions(instance, vendors)), onRequest: onVendorCall })),
        }),
      },
    };
  };
}
