import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf, type WireRow } from './rows.ts';
import { createStreamedRows } from './streamed-rows.ts';

const encoder = new TextEncoder();
const rows = [
  { date: '2026-11-18 14:05:52', callerid: '"},{\\" [ACME] ]}" <4165550117>', seconds: 97 },
  { date: '2026-11-18 14:05:53', callerid: 'Zoë 北京 🙂 },{', seconds: '0', call_logs: [{ a: [{}] }, { b: '},' }] },
  { date: null, disposition: 'NO\nANSWER\u2028', seconds: -1.5e3 },
];
const document = JSON.stringify({ status: 'success', cdr: [...rows, ...rows, ...rows] });

describe('the rows of a document', () => {
  test('are given away in batches, as soon as they are there', () => {
    const many = {
      status: 'success',
      cdr: Array.from({ length: 2000 }, (_, row) => ({ row, text: '},{' })),
      more: [1],
    };
    const batches: number[] = [];
    const streamed = createStreamedRows('cdr', (batch) => batches.push(batch.length), 1000);
    const bytes = encoder.encode(JSON.stringify(many));
    streamed.write(bytes.subarray(0, bytes.length / 2));
    expect(batches.length).toBeGreaterThan(20);
    streamed.write(bytes.subarray(bytes.length / 2));
    expect(Math.max(...batches)).toBeLessThan(100);
    expect(streamed.text().length).toBeLessThan(1200);
    expect(JSON.parse(streamed.text())).toMatchObject({ status: 'success', more: [1] });
  });

  test.each([
    ['nothing around them', document],
    ['white space', JSON.stringify(JSON.parse(document), undefined, 3)],
    ['white space before commas', document.replaceAll(',"', ' ,\r\n\t"').replaceAll('},{', '} , {')],
    ['a byte order mark', `\ufeff${document}`],
    ['a list of the same name deeper down', `{"a":{"cdr":[{"x":1},{"x":2},{"x":3}]},${document.slice(1)}`],
    ['their name in a text', `{"message":"\\"cdr\\":[{},{},{}]",${document.slice(1)}`],
    ['their name written otherwise', document.replace('"cdr"', '"\\u0063dr"')],
    ['the status at the end', `{"cdr":${JSON.stringify(rows)},"status":"success"}`],
    ['an object for a list', '{"status":"success","cdr":{"date":"2026-11-18 14:05:52"}}'],
    ['no row', '{"status":"success","cdr":[ ]}'],
    ['values that are no rows', `{"status":"success","cdr":[{},1,"},",null,{"a":1},[{}],{"b":2}]}`],
    ['another list of their name', `${document.slice(0, -1)},"cdr":[{"last":1},{"last":2}]}`],
    ['an object of their name after them', `${document.slice(0, -1)},"cdr":{"last":1}}`],
    ['nothing of their name after them', `${document.slice(0, -1)},"cdr":null}`],
    ['an object of their name before them', `{"cdr":{"first":1},${document.slice(1)}`],
    ['another list before them', `{"cdr":[{"first":1},{"first":2},{"first":3}],${document.slice(1)}`],
    ['another status', '{"status":"no_cdr","message":"nothing"}'],
    ['a comma too many at the end', document.replace(']}', ',]}')],
    ['a comma too many at the start', document.replace('[', '[,')],
    ['two commas', document.replace('},{', '},,{')],
    ['the wrong bracket at the end', `${document.slice(0, -2)}}}`],
    ['something after the end', `${document} {}`],
    ['a row without its end', document.replace('},{', ',{')],
    ['a web page', `<!DOCTYPE html><html>${document}</html>`],
    ['a list', `[${document}]`],
    ['nothing', ''],
  ])('with %s', (_, text) => {
    for (const batchBytes of [1, 7, 30, 100, 64_000]) {
      for (const size of [1, 2, 50, 100_000]) expectSame(encoder.encode(text), () => size, batchBytes);
    }
  });

  test('cut off anywhere are no document', () => {
    const bytes = encoder.encode(document);
    for (let end = 0; end < bytes.length; end += 1) expectSame(bytes.subarray(0, end), () => 13, 20);
  });

  test('in another encoding, or with bytes that are no text, are what they are in the whole', () => {
    expectSame(Buffer.from(document, 'utf16le'), () => 5, 20);
    const bytes = encoder.encode(document);
    for (let place = 0; place < bytes.length; place += 3) {
      const broken = bytes.slice();
      broken[place] = 0xe2;
      expectSame(broken, () => 5, 20);
    }
  });

  test('are those of the whole for any document, any cutting and any change of a character', () => {
    const texts = fc.oneof(
      fc.constantFrom('},{', '"', '\\', ']}', '"cdr":[', '},', 'é', '🙂', '\ufeff'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const leaf = fc.oneof(texts, fc.integer(), fc.constantFrom(null, true, ''));
    // V8 13 at times takes a name with an escaped character for another one that differs in that character only.
    const names = texts.map((text) => `name${text}`).filter((name) => JSON.stringify(name) === `"${name}"`);
    const list = fc.array(fc.dictionary(names, leaf, { maxKeys: 2 }), { maxLength: 4 });
    const row = fc.dictionary(names, fc.oneof(leaf, list), { maxKeys: 4 });
    const change = fc.record({ at: fc.nat(), to: fc.constantFrom('', ',', '"', '}', ']', '{', '\\', ' ') });
    fc.assert(
      fc.property(
        fc.record({
          before: fc.dictionary(fc.constantFrom('status', 'message', 'cdr'), leaf),
          cdr: fc.array(fc.oneof({ weight: 9, arbitrary: row }, leaf), { maxLength: 12 }),
          after: fc.dictionary(fc.constantFrom('status', 'more'), leaf),
          indent: fc.constantFrom(0, 0, 1),
        }),
        fc.option(change, { freq: 3 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 90 }),
        ({ before, cdr, after, indent }, changed, sizes, batchBytes) => {
          const whole = JSON.stringify({ ...before, cdr, ...after }, undefined, indent);
          const at = changed === null ? 0 : changed.at % whole.length;
          const text = changed === null ? whole : whole.slice(0, at) + changed.to + whole.slice(at + 1);
          expectSame(encoder.encode(text), (chunk) => sizes[chunk % sizes.length] ?? 1, batchBytes);
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** What comes of the bytes in chunks is what `JSON.parse` makes of all of them. */
function expectSame(bytes: Uint8Array, sizeOf: (chunk: number) => number, batchBytes: number): void {
  const given: WireRow[] = [];
  const streamed = createStreamedRows('cdr', (batch) => given.push(...batch), batchBytes);
  for (let from = 0, chunk = 0; from < bytes.length; chunk += 1) {
    const size = sizeOf(chunk);
    streamed.write(bytes.slice(from, from + size));
    from += size;
  }
  const whole = parse(new TextDecoder().decode(bytes));
  const rest = parse(streamed.text());
  if (whole === undefined) {
    expect(rest).toBeUndefined();
    return;
  }
  const hold = rest !== undefined && streamed.hold(rest);
  const left = rest === undefined ? undefined : rowsOf('getCDR', rest);
  expect(hold ? [...given, ...(left ?? [])] : left).toEqual(rowsOf('getCDR', whole));
  expect({ ...rest, cdr: undefined }).toEqual({ ...whole, cdr: undefined });
}

function parse(text: string): WireRow | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as WireRow) : undefined;
  } catch {
    return undefined;
  }
}
