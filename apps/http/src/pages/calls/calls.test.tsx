import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit, openStorage, type Storage } from '@voxolib/access';
import { renderToString } from 'preact-render-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '../language.ts';
import { readCallQuery } from './call-query.ts';
import { Calls } from './calls.tsx';
import { findCalls } from './find-calls.ts';

const now = new Date('2026-10-27T12:00:00Z');
let dataDir: string;
let storage: Storage;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'calls-'));
  storage = await openStorage({ dataDir });
  let clock = now.getTime();
  const keys = [{ id: 'k1', secret: Buffer.alloc(32, 1) }];
  const audit = await createAudit({ storage, keys, now: () => clock });
  const start = { subject: 'voxolib:own', tool: 'stats', changes: false, arguments: { tz: '<i>Paris</i>' } };
  for (let call = 0; call < 60; call++) {
    clock -= 60_000;
    await audit.record({ ...start, clientName: '<script>alert(1)</script>' }, { status: 'ok', bytes: 12 });
  }
  await audit.record({ ...start, subject: 'voxolib:other', tool: 'secret_tool' }, { status: 'error', errorCode: 'E' });
  await audit.stop();
});
afterAll(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

async function html(given: object, { subject, language = 'en' }: { subject?: string; language?: Language } = {}) {
  const view = await findCalls(storage, readCallQuery(given, { now, subject }));
  const withUser = subject === undefined;
  return renderToString(<Calls view={view} language={language} action="/here" tools={['stats']} withUser={withUser} />);
}

const rows = (text: string) => text.match(/<time /g)?.length ?? 0;

it('shows a page at a time, to the end', async () => {
  const first = await html({}, { subject: 'voxolib:own' });
  expect(rows(first)).toBe(50);
  const [, next = ''] = /href="\/here\?([^"#]*cursor=[^"#]*)#calls"/.exec(first) ?? [];
  const second = await html(Object.fromEntries(new URLSearchParams(next.replaceAll('&amp;', '&'))), {
    subject: 'voxolib:own',
  });
  expect(rows(second)).toBe(10);
  expect(second).not.toContain('Older calls');
});

it('shows strangers’ words as words', async () => {
  const text = await html({ client: '<script>alert(1)</script>' });
  expect(text).toContain('&lt;script>alert(1)&lt;/script>');
  expect(text).toContain('&lt;i>Paris&lt;/i>');
  expect(text).not.toMatch(/<script|<i>/);
});

it('shows nothing of another account, in no list, no sum and no chart', async () => {
  const own = await html({ user: 'voxolib:other', tool: '' }, { subject: 'voxolib:own' });
  expect(own).toContain('60 calls from');
  expect(own).not.toMatch(/voxolib:other|secret_tool/);
  expect(await html({})).toContain('61 calls from');
});

it('says what is wrong at the field, and shows no calls', async () => {
  const text = await html({ from: 'yesterday', status: 'fine' });
  expect(text).toContain(
    'value="yesterday" autocomplete="off" spellcheck="false" aria-invalid="true" aria-describedby="filter-from-problem"',
  );
  expect(text).toContain('This is not a day since 2000-01-01.');
  expect(text).toContain('This is not one of the outcomes.');
  expect(rows(text)).toBe(0);
});

it('says that a place does not exist', async () => {
  expect(await html({ cursor: '../etc' })).toContain('This place in the list does not exist.');
});

it('speaks French', async () => {
  const text = await html({ tool: 'nothing' }, { language: 'fr' });
  expect(text).toContain('Aucun appel ne correspond.');
  expect(text).toContain('Fuseau horaire');
});
