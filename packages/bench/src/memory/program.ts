import { inject } from '../http/inject.ts';
import { wholeGateway } from '../http/servers/whole-gateway.ts';
import { vendorInMemory } from '../vendor-in-memory.ts';
import { requestOf } from './rotation.ts';

// One measured process. Arguments: how many calls, and after how many of them the heap is looked at.
const [calls = 0, step = 0] = process.argv.slice(2).map(Number);
if (globalThis.gc === undefined) throw new Error('Start it with --expose-gc');

const now = () => new Date('2026-04-15T12:00:00Z');
const server = await wholeGateway(vendorInMemory(), now);
const heap: number[] = [];
const answers = new Map<string, number>();
for (let index = 1; index <= calls; index += 1) {
  const { statusCode, body } = await inject(server, requestOf(index));
  const outcome =
    statusCode === 200 && !body.includes('"error":{') && !body.includes('"isError":true') ? 'ok' : 'refused';
  answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
  if (index % step > 0) continue;
  // Timers and finalizers of the calls before have their turn first.
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc();
  heap.push(process.memoryUsage().heapUsed);
}
await server.close();
process.stdout.write(JSON.stringify({ heap, answers: Object.fromEntries(answers) }));
