import { open } from 'node:fs/promises';
import { createSharing } from '@voxolib/voipms';
import { voipms } from '@voxolib/voipms/provider';
import { SLICES } from './year-file.ts';

/** What a process says when it has done its task. */
export interface YearTask {
  calls: number;
  milliseconds: number;
  peakBytes: number;
}

const [task = '', path = ''] = process.argv.slice(2);

/** So much of a body comes at once from a connection. */
const CHUNK_BYTES = 64 * 1024;

/** The replies of one slice after the other, in chunks: nothing of them is in memory before it is asked for. */
async function replies(): Promise<() => AsyncGenerator<Uint8Array<ArrayBuffer>>> {
  const file = await open(path);
  const lines = await lineEnds();
  let next = 0;
  return async function* reply() {
    let at = next === 0 ? 0 : (lines[next - 1] ?? 0) + 1;
    const end = lines[next] ?? 0;
    for (next += 1; at < end; at += CHUNK_BYTES) {
      const bytes = new Uint8Array(Math.min(CHUNK_BYTES, end - at));
      await file.read(bytes, 0, bytes.length, at);
      yield bytes;
    }
  };

  async function lineEnds(): Promise<number[]> {
    const ends: number[] = [];
    const buffer = Buffer.alloc(1 << 20);
    for (let position = 0; ; position += buffer.length) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      for (let at = buffer.indexOf(10); at !== -1 && at < bytesRead; at = buffer.indexOf(10, at + 1))
        ends.push(position + at);
      if (bytesRead < buffer.length) return ends;
    }
  }
}

async function parse(): Promise<number> {
  const reply = await replies();
  let calls = 0;
  for (const _ of SLICES) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of reply()) chunks.push(chunk);
    const { cdr } = JSON.parse(new TextDecoder().decode(Buffer.concat(chunks))) as { cdr: unknown[] };
    calls += cdr.length;
  }
  return calls;
}

async function report(): Promise<number> {
  const reply = await replies();
  const account = voipms({
    username: 'bench@example.com',
    password: 'bench',
    transport: 'get',
    fetch: async () => new Response(ReadableStream.from(reply()), { headers: { 'content-type': 'application/json' } }),
    pace: { spacingMs: 0, perMinute: 10_000 },
    sharing: createSharing(),
    now: () => new Date('2026-04-02T12:00:00Z'),
  });
  let calls = 0;
  for (const { start_date, end_date } of SLICES) {
    const { totals } = await account.calls.daily('inbound', { start_date, end_date, tz: 'America/Toronto' });
    calls += totals.total;
  }
  return calls;
}

const before = process.cpuUsage();
const calls = await (task === 'parse' ? parse() : report());
const { user, system } = process.cpuUsage(before);
const done: YearTask = {
  calls,
  milliseconds: (user + system) / 1000,
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(done));
