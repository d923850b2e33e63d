import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startSandbox } from '@voxolib/sandbox';
import { type Asked, type Instance, LATENCY, now } from './year.ts';

/** The vendor in a process of its own, which counts the pages that it has under way. */
const sandbox = await startSandbox({ now });
const { url, accounts, setFault } = sandbox.daktela;
setFault(`slow=${LATENCY}`, { operation: 'activitiesCall' });

let asked: Asked = { pages: [], atOnce: 0 };
const underWay = new Set<IncomingMessage>();
const isOfCalls = ({ url: path = '' }: IncomingMessage) => path.includes('/activitiesCall.json?');

subscribe('http.server.request.start', (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (!isOfCalls(request)) return;
  underWay.add(request);
  response.once('close', () => underWay.delete(request));
  asked.pages.push(`${url}${request.url}`);
  asked.atOnce = Math.max(asked.atOnce, underWay.size);
});

process.on('message', () => {
  process.send?.(asked);
  asked = { pages: [], atOnce: 0 };
});
process.once('disconnect', () => sandbox.close().finally(() => process.exit()));
process.send?.({ url, accessToken: accounts.busy.accessToken } satisfies Instance);
