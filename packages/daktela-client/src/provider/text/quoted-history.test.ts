import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutQuotes } from './quoted-history.ts';

const own = 'It still boils over.\n\nCan somebody come on Monday?';

describe('a quoted mail is left out', () => {
  test.each([
    ['English', 'On Fri, Nov 20, 2026 at 8:01 AM Alice Demo <alice@example.test> wrote:'],
    ['English in two lines', 'On Fri, Nov 20, 2026 at 8:01 AM Alice Demo <alice@example.test>\nwrote:'],
    ['Czech', 'Dne 20. 11. 2026 v 8:01 Alice Demo napsal(a):'],
    ['Czech of a woman', 'Dne pátek 20. listopadu 2026 Alice Demo <alice@example.test> napsala:'],
    ['Czech with the name at the end', 'Dne 2026-11-20 09:54 napsal(a) Vojtěch Náhodná:'],
    ['Czech of Gmail', 'pá 20. 11. 2026 v 8:01 odesílatel Alice Demo <alice@example.test> napsal:'],
    ['French', 'Le ven. 20 nov. 2026 à 08:01, Alice Demo <alice@example.test> a écrit :'],
    ['German', 'Am Fr., 20. Nov. 2026 um 08:01 Uhr schrieb Alice Demo <alice@example.test>:'],
    ['Outlook', '-----Original Message-----\nFrom: Alice'],
    ['Outlook in Czech', '-----Původní zpráva-----'],
    ['Outlook in French', '-----Message d’origine-----'],
    ['Outlook in German', '-----Ursprüngliche Nachricht-----'],
    ['headers', 'From: Alice Demo <alice@example.test>\nSent: Friday\nTo: Jana\nSubject: Kettle'],
    ['headers in Czech', 'Od: Alice Demo\nOdesláno: pátek 20. listopadu 2026\nKomu: Jana\nPředmět: Konvice'],
    ['headers in French', 'De : Alice Demo\nEnvoyé : vendredi\nÀ : Jana\nObjet : Bouilloire'],
    ['headers in German', 'Von: Alice Demo\nGesendet: Freitag\nAn: Jana\nBetreff: Kessel'],
  ])('%s', (_, introduction) => {
    const mail = `${own}\n\n${introduction}\n\nWhat is wrong with it?`;
    expect(withoutQuotes(mail)).toEqual({ text: own, leftOut: true });
  });

  test('answers between and below what is quoted stay', () => {
    const mail = 'Hello,\n\nOn Friday Alice wrote:\n> Is it hot?\n\nYes.\n\n> And wet?\nNo.';
    expect(withoutQuotes(mail)).toEqual({ text: 'Hello,\n\nYes.\n\nNo.', leftOut: true });
  });
});

describe('nothing is left out', () => {
  test.each([
    ['without a quotation', own],
    [
      'of a mail that forwards',
      `Please see.\n\n---------- Forwarded message ---------\nFrom: Jana\nDate: Friday\nTo: Alice\n\n${own}`,
    ],
    ['when nothing would be left', 'On Friday Alice wrote:\n> Is it hot?'],
    ['for a sentence that only looks like it', `On Monday I wrote: nobody came.\nFrom: here on, I am angry.\n${own}`],
  ])('%s', (_, mail) => {
    expect(withoutQuotes(mail)).toEqual({ text: mail, leftOut: false });
  });
});

test('what is kept are lines of the mail, in order', () => {
  const line = fc.constantFrom<string[]>(
    '',
    'Yes.',
    '> No.',
    'On Friday Alice wrote:',
    'From: a',
    'To: b',
    'Subject: c',
    '-----Original Message-----',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { text, leftOut } = withoutQuotes(lines.join('\n'));
      if (!leftOut) {
        expect(text).toBe(lines.join('\n'));
        return;
      }
      expect(text).not.toMatch(/^\s*>/m);
      let from = 0;
      for (const kept of text.split('\n').filter((one) => one !== '')) {
        from = lines.indexOf(kept, from) + 1;
        expect(from).toBeGreaterThan(0);
      }
    }),
  );
});

test('a mail of a megabyte in one line, or in many, is read through once', () => {
  for (const mail of [`On ${'a'.repeat(1_000_000)} wrote:`, 'On it\n'.repeat(150_000), 'From: x\n'.repeat(120_000)]) {
    expect(withoutQuotes(mail).leftOut).toBe(false);
  }
});
