import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMask } from './mask.ts';

const givenNames = ['Jana', 'Petr', 'Élodie', 'Žofie', 'Oliver', 'Anaïs'];
const familyNames = ['Vzorová', 'Příkladný', 'Exemplaire', 'Sampleton', 'Čtvrtníček', "O'Template"];
const countries = [
  { prefix: '420', national: (rest: string) => `6${rest.slice(0, 8)}`, trunk: '' },
  { prefix: '33', national: (rest: string) => `6${rest.slice(0, 8)}`, trunk: '0' },
  { prefix: '44', national: (rest: string) => `7700${rest.slice(0, 6)}`, trunk: '0' },
];

const person = fc
  .record({
    given: fc.constantFrom(...givenNames),
    family: fc.constantFrom(...familyNames),
    country: fc.constantFrom(...countries),
    rest: fc.stringMatching(/^[1-9]\d{8}$/),
    mailbox: fc.stringMatching(/^[a-z]{3,8}$/),
  })
  .map(({ given, family, country, rest, mailbox }) => ({
    given,
    family,
    country,
    national: country.national(rest),
    email: `${mailbox}@example.test`,
  }));
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never;

const grouped = (digits: string, size: number, separator: string) =>
  digits.match(new RegExp(`.{1,${size}}`, 'g'))?.join(separator) ?? digits;

/** Ways to write a number that say its country, and one that does not. */
const notations: readonly ((one: Person) => string)[] = [
  ({ country, national }) => `+${country.prefix}${national}`,
  ({ country, national }) => `00${country.prefix} ${grouped(national, 3, ' ')}`,
  ({ country, national }) => `+${country.prefix} ${grouped(national, 2, '.')}`,
  ({ country, national }) =>
    `+${country.prefix} (${country.trunk || national[0]})${country.trunk ? national : national.slice(1)}`,
  ({ country, national }) => `${country.trunk}${grouped(national, 3, '-')}`,
  ({ country, national }) => `${country.trunk}${national}`,
];
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const namings: readonly ((one: Person) => string)[] = [
  ({ given, family }) => `${given} ${family}`,
  ({ given, family }) => `${family} ${given}`,
  ({ given, family }) => withoutAccents(`${given}  ${family}`),
  ({ given, family }) => `${given} ${family}`.toUpperCase(),
];

const world = fc
  .uniqueArray(person, { minLength: 1, maxLength: 4, selector: ({ given }) => given })
  .filter((people) => new Set(people.map(({ family }) => family)).size === people.length)
  .filter((people) => new Set(people.map(({ national }) => national)).size === people.length)
  .filter((people) => new Set(people.map(({ email }) => email)).size === people.length)
  .chain((people) =>
    fc.record({
      people: fc.constant(people),
      mentions: fc.array(
        fc.record({
          who: fc.nat({ max: people.length - 1 }),
          notation: fc.constantFrom(...notations),
          naming: fc.constantFrom(...namings),
          day: fc.constantFrom('2026-11-20', '20. 11. 2026', '1. 2. 2026'),
        }),
        { maxLength: 6 },
      ),
    }),
  );

function answerOf({ people, mentions }: typeof world extends fc.Arbitrary<infer One> ? One : never) {
  const said = ({ who, notation, naming, day }: (typeof mentions)[number]) => {
    const one = people[who];
    if (one === undefined) return '';
    return `On ${day} ${naming(one)} wrote from ${one.email.toUpperCase()}, and rang from ${notation(one)} about 3 kettles`;
  };
  return {
    records: people.map((one, index) => ({
      id: `contact_000${index}`,
      at: '2026-11-20T08:01:30+01:00',
      contact: { id: `contact_000${index}`, title: `${one.family} ${one.given}` },
      agent: { id: 'alice.demo', title: 'Alice Demo' },
      phones: [`+${one.country.prefix}${one.national}`],
      emails: [one.email],
    })),
    texts: mentions.map(said),
  };
}

test('no name, number or address passes; ids, times, agents and other words do', () => {
  fc.assert(
    fc.property(world, (given) => {
      const answer = answerOf(given);
      const masked = createMask().data(answer);
      const text = withoutAccents(JSON.stringify(masked)).toLowerCase();
      const digits = text.replace(/[\s().-]/g, '');
      for (const { given: first, family, national, email } of given.people) {
        for (const secret of [first, family, email]) expect(text).not.toContain(withoutAccents(secret).toLowerCase());
        expect(digits).not.toContain(national);
      }
      expect(masked.records.map(({ id, at, agent }) => ({ id, at, agent }))).toEqual(
        answer.records.map(({ id, at, agent }) => ({ id, at, agent })),
      );
      for (const [index, { day }] of given.mentions.entries()) {
        expect(masked.texts[index]).toContain(`On ${day} `);
        expect(masked.texts[index]).toContain('about 3 kettles');
      }
    }),
  );
});

test('the same person, number and address has the same stand-in everywhere, and no other has it', () => {
  fc.assert(
    fc.property(world, (given) => {
      const masked = createMask().data(answerOf(given));
      const standIns = masked.records.map(({ contact, phones, emails }) => [contact.title, phones[0], emails[0]]);
      expect(new Set(standIns.flat()).size).toBe(3 * given.people.length);
      for (const [index, { who }] of given.mentions.entries()) {
        const found = masked.texts[index]?.match(/‹[^›]*›/gu);
        const [name, phone, email] = standIns[who] ?? [];
        expect(found).toEqual([name, email, phone]);
      }
    }),
  );
});

test('what somebody wrote is never taken for a stand-in', () => {
  fc.assert(
    fc.property(fc.constantFrom('person', 'phone', 'e-mail'), fc.nat({ max: 3 }), (kind, number) => {
      const masked = createMask().data({
        contact: { id: 'c', title: 'Jana Vzorová' },
        phones: ['+420600000001'],
        emails: ['jana@example.test'],
        text: `‹${kind} ${number}›`,
      });
      expect(masked.text).not.toMatch(/[‹›]/u);
    }),
  );
});
