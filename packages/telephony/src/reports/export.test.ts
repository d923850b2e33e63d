import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import type { CallDay } from '../call-report.ts';
import type { MinutesDay } from '../minutes-report.ts';
import { type ExportFormat, exportFormats, exportRows } from './export.ts';
import type { LongReport } from './long-report.ts';
import type { ProductReport } from './product-report.ts';
import { defaultStatusFamilies } from './status-family.ts';

const START = '2026-03-01';
const period = { start_date: START, end_date: '2026-03-10', tz: 'Europe/Paris', days: 10 };
const NASTY = [
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '  =1',
  '＝1',
  'a;=1',
  'a,=1',
  'a\n=1',
  'a\r\n"b"',
  '"=1"',
  '',
  ' ',
  '__proto__',
  'constructor',
  'answered',
  'total',
  'date',
  'é€😀',
  '\ud800',
  'x'.repeat(10_000),
];

function reportOf<Day>(days: Day[]): LongReport<Day> {
  return { days, missing: [], as_of: '2026-03-31T12:00:00.000Z', warnings: [] };
}

function calls(reports: ProductReport[], format: ExportFormat) {
  const source = { provider: 'voxolib', products: reports.map(({ product }) => product) };
  return exportRows({ source, period, format, measure: 'calls', reports, families: defaultStatusFamilies });
}

function minutes(days: MinutesDay[], format: ExportFormat) {
  const source = { provider: 'voxolib', products: ['did'] };
  return exportRows({
    source,
    period,
    format,
    measure: 'minutes',
    reports: [{ product: 'did', report: reportOf(days) }],
  });
}

/** What another program reads. */
function cells(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, bom: true, record_delimiter: '\r\n' });
}

const plain: ProductReport[] = [
  {
    product: 'wcb',
    report: reportOf<CallDay>([
      { date: '2026-03-02', total: 3, status_breakdown: { no_answer: 1, answered: 2 } },
      { date: '2026-03-01', total: 5, status_breakdown: { answered: 4 } },
    ]),
  },
  { product: 'did', report: reportOf([{ date: '2026-03-01', total: 1, status_breakdown: { queue_full: 1 } }]) },
];

describe('calls', () => {
  test('as CSV, by date, with a column for each family and each status', async () => {
    const { text, ...facts } = await calls(plain, 'csv');
    expect(text).toBe(
      [
        'date,product,total,answered,missed,busy,failed,other,status_answered,status_no_answer,status_queue_full',
        '2026-03-01,wcb,5,4,0,0,0,1,4,0,0',
        '2026-03-01,did,1,0,0,0,0,1,0,0,1',
        '2026-03-02,wcb,3,2,1,0,0,0,2,1,0',
        '',
      ].join('\r\n'),
    );
    expect(facts).toEqual({
      mimeType: 'text/csv; charset=utf-8; header=present',
      fileName: 'voxolib-calls-2026-03-01-to-2026-03-10.csv',
      rows: 3,
      bytes: 207,
      sha256: '4d7fe8b6975bef3901ea02c92e09515e8cd37ebaf5a0e2590348f3640063b7bf',
    });
  });

  test('as JSON lines, in which a status cannot be taken for a family', async () => {
    const { text, mimeType, fileName } = await calls(plain.slice(0, 1), 'jsonl');
    expect(text.split('\n').map((line) => line && JSON.parse(line))).toEqual([
      {
        date: '2026-03-01',
        product: 'wcb',
        total: 5,
        answered: 4,
        missed: 0,
        busy: 0,
        failed: 0,
        other: 1,
        status_breakdown: { answered: 4 },
      },
      expect.objectContaining({ date: '2026-03-02', missed: 1, status_breakdown: { no_answer: 1, answered: 2 } }),
      '',
    ]);
    expect([mimeType, fileName]).toEqual(['application/x-ndjson', 'voxolib-wcb-calls-2026-03-01-to-2026-03-10.jsonl']);
  });

  test('of no day is a line of headings', async () => {
    const none = [{ product: 'did', report: reportOf([]) }];
    expect(await calls(none, 'csv')).toMatchObject({
      rows: 0,
      text: 'date,product,total,answered,missed,busy,failed,other\r\n',
    });
    expect(await calls(none, 'jsonl')).toMatchObject({ rows: 0, text: '', bytes: 0 });
  });
});

describe('for French spreadsheets', () => {
  test('minutes have a decimal comma, fields a semicolon, and the file a mark that Excel knows', async () => {
    const day = { date: START, fixed: 12.5, mobile: 40.25, intl: 0, billable: 1e-7 };
    const { text, bytes } = await minutes([day], 'csv_fr');
    expect(text).toBe('\uFEFFdate;product;fixed;mobile;intl;billable\r\n2026-03-01;did;12,5;40,25;0;0,000000\r\n');
    expect(bytes).toBe(text.length + 2);
    expect((await minutes([day], 'csv')).text).toBe(
      'date,product,fixed,mobile,intl,billable\r\n2026-03-01,did,12.5,40.25,0,0.000000\r\n',
    );
  });
});

const status = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 6 }));
const breakdown = fc
  .array(fc.tuple(status, fc.nat(1_000_000)), { maxLength: 5 })
  .map((pairs): Record<string, number> => Object.fromEntries(pairs));
const days = fc.array(fc.tuple(breakdown, fc.nat(3)), { maxLength: 8 }).map((rows) =>
  rows.map(([counts, unclassified], index): CallDay => {
    const total = Object.values(counts).reduce((a, b) => a + b, unclassified);
    return { date: addDays(START, index), total, status_breakdown: counts };
  }),
);
const products = fc.tuple(days, days).map(([wcb, did]): ProductReport[] => [
  { product: 'wcb', report: reportOf(wcb) },
  { product: 'did', report: reportOf(did) },
]);

describe('whatever the statuses are called', () => {
  test.each([
    ['csv', ','],
    ['csv_fr', ';'],
  ] as const)('%s gives every row and count back to another parser', async (format, delimiter) => {
    await fc.assert(
      fc.asyncProperty(products, async (reports) => {
        const { text, rows } = await calls(reports, format);
        const [headings = [], ...lines] = cells(text, delimiter);
        expect(lines).toHaveLength(rows);
        const given = reports.flatMap(({ product, report }) => report.days.map((day) => ({ product, day })));
        expect(lines).toHaveLength(given.length);
        const statuses = [...new Set(given.flatMap(({ day }) => Object.keys(day.status_breakdown)))].sort();
        expect(headings).toHaveLength(8 + statuses.length);
        for (const { product, day } of given) {
          const line = lines.find(([date, name]) => date === day.date && name === product) ?? [];
          expect(Number(line[2])).toBe(day.total);
          expect(line.slice(3, 8).reduce((sum, cell) => sum + Number(cell), 0)).toBe(day.total);
          const counts = new Map(Object.entries(day.status_breakdown));
          expect(line.slice(8).map(Number)).toEqual(statuses.map((name) => counts.get(name) ?? 0));
        }
      }),
    );
  });

  test('JSON lines give every day back', async () => {
    await fc.assert(
      fc.asyncProperty(products, async (reports) => {
        const { text, rows } = await calls(reports, 'jsonl');
        const read = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line));
        expect(read).toHaveLength(rows);
        for (const { product, report } of reports) {
          const own = read.filter((row) => row.product === product);
          expect(own.map(({ date, total, status_breakdown }) => ({ date, total, status_breakdown }))).toEqual(
            report.days,
          );
        }
      }),
    );
  });

  test.each([
    ['csv', [',', ';', '\t']],
    ['csv_fr', [';', ',', '\t']],
  ] as const)('no cell of %s is a formula, however a spreadsheet splits it', async (format, delimiters) => {
    await fc.assert(
      fc.asyncProperty(products, async (reports) => {
        const { text } = await calls(reports, format);
        const [delimiter] = delimiters;
        for (const cell of cells(text, delimiter).flat())
          expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/);
        for (const naive of text.replace('\uFEFF', '').split(/[,;\t\r\n]/)) {
          expect(naive).not.toMatch(/^[ \u00a0]*[=+\-@＝＋－＠]/);
        }
      }),
    );
  });

  test('the names stay readable, with an apostrophe before what would run', async () => {
    const statuses = Object.fromEntries(NASTY.map((name) => [name, 1]));
    const day = { date: START, total: NASTY.length, status_breakdown: statuses };
    const { text } = await calls([{ product: '=1', report: reportOf([day]) }], 'csv');
    const [headings = [], line = []] = cells(text, ',');
    expect(line[1]).toBe("'=1");
    expect(headings).toContain("status_=cmd|' /C calc'!A0");
    expect(headings).toContain("status_a;'=1");
    expect(headings).toContain("status_a\n'=1");
    expect(headings).toContain('status_a\r\n"b"');
    expect(headings).toContain(`status_${'x'.repeat(10_000)}`);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test.each(exportFormats)('size and hash of %s are those of its bytes', async (format) => {
    await fc.assert(
      fc.asyncProperty(products, async (reports) => {
        const { text, bytes, sha256 } = await calls(reports, format);
        const utf8 = Buffer.from(text, 'utf8');
        expect(utf8.toString('utf8')).toBe(text);
        expect(bytes).toBe(utf8.length);
        expect(sha256).toBe(createHash('sha256').update(utf8).digest('hex'));
      }),
    );
  });
});
