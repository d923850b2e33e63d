import { defaultStatusFamilies, type StatusFamilies } from '@voxolib/telephony/reports';
import { connect, eras, fakeAccount } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { type Caller, resources } from '../src/index.ts';
import { caller, callerThen, callerWithoutMinutes, gateway } from './callers.ts';
import { skeletonOf } from './skeleton.ts';

async function textOf(uri: string, who: Caller = callerThen(), era: (typeof eras)[number] = '2026'): Promise<string> {
  const client = await connect(() => gateway.serve(who), era);
  const [content] = (await client.readResource({ uri })).contents;
  return content !== undefined && 'text' in content ? content.text : '';
}

describe.each(eras)('in the era of %s', (era) => {
  test('every listed resource can be read, is Markdown and begins with its title', async () => {
    const client = await connect(() => gateway.serve(callerThen()), era);
    const listed = (await client.listResources()).resources;
    expect(listed.length).toBeGreaterThan(0);
    for (const { uri, title, mimeType } of listed) {
      const [content] = (await client.readResource({ uri })).contents;
      expect(content).toMatchObject({ uri, mimeType, text: expect.stringMatching(new RegExp(`^# ${title}\n`)) });
      expect(mimeType).toBe('text/markdown');
    }
  });

  test.each([
    'voxolib://glossary/de',
    'voxolib://glossary/',
    'voxolib://glossary',
    'voxolib://guide/__proto__',
    'voxolib://account/capabilities/EN',
    `voxolib://glossary/en/status/${'x'.repeat(61)}`,
  ])('%.50s is not there', async (uri) => {
    const client = await connect(() => gateway.serve(callerThen()), era);
    await expect(client.readResource({ uri })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('voxolib://glossary/fr'),
    });
  });
});

describe.each(['glossary', 'guide', 'account/capabilities'])('%s', (name) => {
  test.each([
    ['with everything', callerThen()],
    ['without minutes', callerThen({ scopes: ['mcp.stats.read'] })],
    ['without an account', callerThen({ account: null })],
  ])('French and English say the same names and dates in the same places, %s', async (_, who) => {
    const [english, french] = await Promise.all(
      ['en', 'fr'].map((language) => textOf(`voxolib://${name}/${language}`, who)),
    );
    expect(skeletonOf(french ?? '')).toEqual(skeletonOf(english ?? ''));
    expect(french).not.toBe(english);
  });
});

describe('the glossary', () => {
  const own: StatusFamilies = { ...defaultStatusFamilies, voicemail: 'answered', odd_one: 'busy' };

  test.each([
    ['by default', undefined],
    ['of a deployment', own],
  ])('says of every status the family that figures are computed by, %s', async (_, families) => {
    const table = families ?? defaultStatusFamilies;
    const account = fakeAccount();
    const statuses = Object.fromEntries(Object.keys(table).map((status) => [status, 1]));
    const count = { total: Object.keys(table).length, status_breakdown: statuses };
    const daily: typeof account.calls.daily = async (product, period) => {
      const report = await account.calls.daily(product, period);
      return { ...report, totals: count, days: report.days.map(({ date }) => ({ date, ...count })) };
    };
    const who = {
      ...callerThen({ account: { ...account, calls: { ...account.calls, daily } } }),
      ...(families && { families }),
    };
    const client = await connect(() => gateway.serve(who));
    const { structuredContent } = await client.callTool({ name: 'call_stats', arguments: { period: 'yesterday' } });
    const rows = (await textOf('voxolib://glossary/en', who)).matchAll(
      /^\| `(answered|missed|busy|failed|other)` \| [^|]+ \| ([^|]*)\|$/gm,
    );
    const said = [...rows].flatMap(([, family, names = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, status]) => [status, family]),
    );
    expect(said.length).toBe(Object.keys(table).length);
    expect(structuredContent).toMatchObject({ definitions: { families: Object.fromEntries(said) } });
  });

  test('says of one status what the table of families says', async () => {
    expect(await textOf('voxolib://glossary/en/status/No%20Answer')).toMatch(
      /^`No Answer` counts in the family `missed`\./,
    );
    expect(await textOf('voxolib://glossary/fr/status/busy')).toBe(
      '`busy` compte dans la famille `busy`. La ligne était occupée.',
    );
    expect(await textOf('voxolib://glossary/en/status/__proto__')).toContain('`other`');
    expect(await textOf('voxolib://glossary/en/status/a%60b%0A%23c')).toContain("`a'b #c`");
  });

  test('resolves its examples at the caller’s moment', async () => {
    expect(await textOf('voxolib://glossary/en')).toContain(
      '| `last_month` | The whole calendar month before the current one. | 2026-02-01 to 2026-02-28 (28 days) |',
    );
    const later = { ...caller(), now: () => new Date('2028-03-01T00:30:00Z') };
    expect(await textOf('voxolib://glossary/en', later)).toContain('2028-02-01 to 2028-02-29 (29 days) |');
  });
});

describe('the capabilities', () => {
  test('say why a tool or a measure is not offered, and ask no vendor', async () => {
    const account = fakeAccount({ before: () => Promise.reject(new Error('The vendor was asked')) });
    const text = await textOf('voxolib://account/capabilities/en', callerThen({ account, scopes: ['mcp.stats.read'] }));
    expect(text).toContain('| Fake (`fake`) | `wcb`, `did` | `wcb`, `did` | yes | 90 days |');
    expect(text).toContain(
      '- `calls`: yes\n- `minutes`: no: it needs the scope mcp.billing.read, which this caller does not have',
    );
    expect(text).toContain('| `call_stats` | yes |');
    expect(text).toContain(
      '| `voxolib_dids` | no: it needs the scope mcp.inventory.read, which this caller does not have |',
    );
  });

  test('say that there is no account', async () => {
    const text = await textOf('voxolib://account/capabilities/fr', callerThen({ account: null }));
    expect(text).toContain('## Comptes connectés\n\nAucun.');
    expect(text).toContain('- `calls` : non : aucun compte à interroger n’est connecté');
  });

  test('say of every tool the same as the list of tools', async () => {
    for (const who of [callerThen(), callerThen({ scopes: ['mcp.inventory.read'] }), callerThen({ account: null })]) {
      const text = await textOf('voxolib://account/capabilities/en', who);
      const offered = [...text.matchAll(/^\| `(\w+)` \| yes \|$/gm)].map(([, name]) => name);
      expect(offered).toEqual(gateway.list(who).map(({ name }) => name));
    }
  });

  test('say that no connected account reports minutes', async () => {
    const who = callerWithoutMinutes();
    expect(await textOf('voxolib://account/capabilities/en', who)).toContain(
      '- `minutes`: no: no connected account reports minutes',
    );
  });
});

describe('the guide', () => {
  test('names the tools that are offered, and no other', async () => {
    for (const who of [callerThen(), callerThen({ scopes: ['mcp.inventory.read'] })]) {
      const text = await textOf('voxolib://guide/en', who);
      const listed = [...text.matchAll(/^- `(\w+)`, /gm)].map(([, name]) => name);
      const offered = gateway.list(who).map(({ name }) => name);
      expect(listed).toEqual(offered);
      const suggested = [...text.matchAll(/^\| [^|`]+ \| `(\w+)` \|/gm)].map(([, name]) => name);
      expect(offered).toEqual(expect.arrayContaining(suggested));
    }
  });

  test('suggests calls that work', async () => {
    const client = await connect(() => gateway.serve(callerThen()));
    const calls = [...(await textOf('voxolib://guide/en')).matchAll(/^\| [^|`]+ \| `(\w+)` \| `([^`]+)` \|$/gm)];
    expect(calls.length).toBeGreaterThan(5);
    for (const [, name = '', given = ''] of calls) {
      const result = await client.callTool({ name, arguments: JSON.parse(given) });
      expect(result.isError, `${name} ${given}: ${JSON.stringify(result.content)}`).toBeFalsy();
    }
  });

  test('suggests minutes only to those who may see them', async () => {
    expect(await textOf('voxolib://guide/en')).toContain('"measure":"minutes"');
    expect(await textOf('voxolib://guide/en', callerThen({ scopes: ['mcp.stats.read'] }))).not.toContain('minutes"');
  });
});

test('no two resources share a name, and every listed URI belongs to its template', () => {
  const names = resources.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const resource of resources) {
    if ('uri' in resource) continue;
    const beginning = resource.uriTemplate.split('{')[0] ?? '';
    for (const { uri } of resource.listed ?? []) expect(uri.startsWith(beginning)).toBe(true);
  }
});
