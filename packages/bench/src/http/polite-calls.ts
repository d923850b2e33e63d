import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { McpRequest } from './request.ts';

/** Pause of a client that calls steadily, and not as fast as it can. */
const PAUSE_MS = 5;

/** How long each call took that a client makes one after the other, in milliseconds. */
export async function politeCalls(url: string, given: McpRequest, calls: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  for (let call = 0; call < calls; call += 1) {
    const startedAt = performance.now();
    const status = await post(url, given, agent);
    if (status !== 200) throw new Error(`The polite client was answered ${status}`);
    times.push(performance.now() - startedAt);
    await setTimeout(PAUSE_MS);
  }
  agent.destroy();
  return times;
}

function post(url: string, { headers, body }: McpRequest, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers, agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sent.once('error', reject).end(body);
  });
}
