import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { change, denied, failed, keys, ok, read } from '../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createAudit } from './audit.ts';
import { exportCalls } from './export-calls.ts';
import { recentCalls } from './queries/recent-calls.ts';
import { verifyAudit } from './verification/verify-audit.ts';

const credential = `pk_canary_account.${'c0ffee11'.repeat(8)}`;
const password = 'Canary-pass&word/1';
const canaries = [
  credential,
  'c0ffee11'.repeat(8),
  password,
  'canary-hidden',
  'canary.person',
  '699887766',
  'Canary message',
];

/** Everything that the engine has on the disk, or would give to whoever dumps it. */
async function atRest(storage: TestStorage): Promise<string> {
  const { options } = storage;
  if ('dataDir' in options) {
    const files = await readdir(options.dataDir);
    const bytes = await Promise.all(files.map((file) => readFile(join(options.dataDir, file))));
    return Buffer.concat(bytes).toString('latin1');
  }
  const tables = ['mcp_tool_calls', 'audit_writers', 'audit_checkpoints'];
  const rows = await Promise.all(tables.map((table) => sql`select * from ${sql.table(table)}`.execute(storage.db)));
  return JSON.stringify(rows);
}

describeStorage('no secret and nothing private', (openStorage) => {
  it('is in the database, the exports, the alerts, or what listeners are told', async () => {
    await using storage = await openStorage();
    const told: unknown[] = [];
    const sent: unknown[] = [];
    const alerts = createAlerts({
      webhookUrl: 'https://hooks.example/canary-hidden',
      deployment: 'mcp.example',
      fetch: async (_url, init) => {
        sent.push(init?.body);
        return new Response();
      },
    });
    const audit = await createAudit({
      storage,
      keys,
      onProblem: (problem) => told.push(problem),
      onCall(call) {
        told.push(call);
        alerts.onCall(call);
      },
    });
    const values = [
      credential,
      encodeURIComponent(password),
      Buffer.from(password).toString('base64'),
      Buffer.from(password).toString('hex'),
    ];
    for (const value of values) {
      const args = {
        q: `find ${value} please`,
        [value]: value,
        deep: [[{ list: [value] }]],
        password: 'canary-hidden',
        to: ['+33 6 99 88 77 66', '+33699887766', 33699887766, 'canary.person@example.com'],
        message: 'Canary message',
      };
      const start = { arguments: args, credentials: [credential, password] };
      await audit.close(await audit.open({ ...change, ...start }), failed);
      await audit.close(await audit.open({ ...read, ...start }), ok);
      await audit.record({ ...read, ...start, tool: 'other' }, { ...denied, errorCode: 'INSUFFICIENT_SCOPE' });
    }
    await audit.stop();
    await alerts.stop();

    const texts = {
      atRest: await atRest(storage),
      csv: await all(exportCalls(storage, { format: 'csv' })),
      jsonl: await all(exportCalls(storage, { format: 'jsonl' })),
      shown: JSON.stringify(await recentCalls(storage, {})),
      told: inspect(told, { depth: 12 }) + inspect(audit, { depth: 12 }),
      sent: JSON.stringify(sent),
      verified: JSON.stringify(await verifyAudit({ storage, keys })),
    };
    // The search would find what is there.
    expect(texts.atRest).toContain('voxolib:1234');
    expect(texts.verified).toContain('"calls":12');
    const secrets = [...canaries, ...keys.map(({ secret }) => Buffer.from(secret).toString('latin1'))];
    for (const [where, text] of Object.entries(texts)) {
      for (const form of secrets.flatMap(forms)) {
        expect(text.includes(form) ? form : undefined, `in ${where}`).toBeUndefined();
      }
    }
  });
});

function forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

async function all(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
