import autocannon from 'autocannon';
import type { McpRequest } from './request.ts';

const CONNECTIONS = 16;

/** A client that calls as fast as it can, whatever it is answered; in a process of its own, so that it is in nobody's way here. */
process.once('message', async ({ url, seconds, ...request }: McpRequest & { url: string; seconds: number }) => {
  const { non2xx } = await autocannon({ url, connections: CONNECTIONS, duration: seconds, method: 'POST', ...request });
  process.send?.({ refused: non2xx });
  process.disconnect();
});
