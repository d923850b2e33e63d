import { createWallClock, foldCalls } from '@voxolib/telephony/reports';
import type { FoldTask } from './fold-process.ts';
import { readPages } from './pages-file.ts';
import { VENDOR_ZONE, type WireCall, type WirePage } from './wire-call.ts';

const period = { start_date: '2023-04-01', end_date: '2026-03-30', tz: 'Europe/Paris', days: 1095 };

const tasks: { [Task in keyof FoldTask]: (path: string, pages: number) => Promise<FoldTask[Task]> } = {
  /** CPU time of parsing pages that are in memory. */
  async parse(path, pages) {
    const texts = await inMemory(path, pages);
    return cpuOf(async () => texts.reduce((calls, text) => calls + parse(text).length, 0));
  },

  /** CPU time of parsing and folding pages that are in memory. */
  async fold(path, pages) {
    const texts = await inMemory(path, pages);
    return cpuOf(() => fold(parsed(texts)));
  },

  /** Memory while pages are read, parsed and folded, each when the one before is done. */
  async stream(path, pages) {
    const memory = { peakBytes: 0, liveBytes: 0 };
    const source = readPages(path, pages, parse);
    // Not `yield*`: it would hold each page until the next one is there.
    async function next(): Promise<IteratorResult<WireCall[]>> {
      const result = await source.next();
      if (result.done !== true) return result;
      memory.peakBytes = process.resourceUsage().maxRSS * 1024;
      globalThis.gc?.();
      memory.liveBytes = process.memoryUsage().heapUsed;
      return result;
    }
    return { calls: await fold({ [Symbol.asyncIterator]: () => ({ next }) }), ...memory };
  },
};

async function inMemory(path: string, pages: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of readPages(path, pages, (text) => text)) texts.push(text);
  return texts;
}

function parse(text: string): WireCall[] {
  return (JSON.parse(text) as WirePage).cdr;
}

async function* parsed(texts: Iterable<string>): AsyncGenerator<WireCall[]> {
  for (const text of texts) yield parse(text);
}

async function fold(pages: AsyncIterable<WireCall[]>): Promise<number> {
  const timeOf = createWallClock(VENDOR_ZONE, period);
  const read = ({ date, disposition }: WireCall) => ({ at: timeOf(date), status: disposition });
  const { rows } = await foldCalls(pages, read, period);
  return rows.reduce((sum, { total }) => sum + total, 0);
}

async function cpuOf(work: () => Promise<number>): Promise<FoldTask['fold']> {
  const before = process.cpuUsage();
  const calls = await work();
  const { user, system } = process.cpuUsage(before);
  return { calls, milliseconds: (user + system) / 1000 };
}

const [task = '', path = '', pages = ''] = process.argv.slice(2);
const run = Object.entries(tasks).find(([name]) => name === task)?.[1];
if (run === undefined) throw new Error(`There is no task ${task}`);
process.stdout.write(JSON.stringify(await run(path, Number(pages))));
