import { Server } from '@modelcontextprotocol/server';
import { createUpstreamGuard, voxolibContract } from '@voxolib/client';
import { voxolib } from '@voxolib/client/provider';
import { cpuPerRun } from '../in-process/cpu-per-run.ts';
import type { Measurement } from '../measurement.ts';

/** What each request pays for the caller's own client, beside what it pays for the SDK's server. */
export const client: Measurement = {
  name: 'client',
  async run({ rounds }) {
    const shared = {
      baseUrl: 'https://api.example.com/v2',
      contract: voxolibContract,
      timeouts: { totalMs: 25_000 },
      guard: createUpstreamGuard(),
    };
    const token = `x.${'0'.repeat(64)}`;
    const info = { name: 'bench', version: '0' };
    const cost = await cpuPerRun(rounds, {
      provider: () => voxolib({ ...shared, token }),
      server: () => {
        const server = new Server(info, { capabilities: { tools: {} } });
        server.setRequestHandler('tools/list', () => ({ tools: [] }));
        server.setRequestHandler('tools/call', () => ({ content: [] }));
      },
    });
    const reference = { what: 'fresh SDK `Server` with two handlers', cost: cost.server };
    return [{ what: 'client and provider of one request', unit: 'µs CPU', ours: cost.provider, reference }];
  },
};
