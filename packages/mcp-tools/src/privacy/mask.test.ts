import { describe, expect, test } from 'vitest';
import { createMask } from './mask.ts';

const JANA = { id: 'contact_0001', title: 'Vzorová Jana' };
const ALICE = { id: 'alice.demo', title: 'Alice Demo' };
const textOf = (text: string, more: object = {}) =>
  createMask().data({ contact: JANA, agent: ALICE, ...more, text }).text;

test.each([
  ['paní Vzorové se nelíbí', 'paní ‹person 1› se nelíbí'],
  ['Dobrý den, Jano', 'Dobrý den, ‹person 1›'],
  ['tady jana vzorova', 'tady ‹person 1›'],
  ['tady vzorova', 'tady ‹person 1›'],
  ['MME VZOROVÁ', 'MME ‹person 1›'],
  ['from Vzorová, Jana', 'from ‹person 1›'],
  ['Alice Demo called Jana', 'Alice Demo called ‹person 1›'],
  ['janitor in January', 'janitor in January'],
])('a known name in a text: %s', (text, masked) => {
  expect(textOf(text)).toBe(masked);
});

test('a first name that two people have stands for neither', () => {
  const both = createMask().data({
    contacts: [JANA, { id: 'c2', title: 'Jana Jiná' }],
    text: 'Jana volala, pak Jana Jiná.',
  });
  expect(both.text).toBe('‹person› volala, pak ‹person 2›.');
});

test('names in the head of a mail are people too', () => {
  const { text } = createMask().data({ cc: 'Petr Druhý <petr@example.test>, help@example.test', text: 'Druhý píše' });
  expect(text).toBe('‹person 1› píše');
});

describe('an address', () => {
  test.each([
    'jana@example.test',
    'JANA@EXAMPLE.TEST',
    'jana%40example.test',
    'jana (at) example.test',
    'jana [zavináč] example.test',
    'jana zavináč example tečka test',
    'jana arobase example point test',
  ])('is hidden however it is written: %s', (written) => {
    const { text } = createMask().data({ email: 'jana@example.test', text: `write to ${written} please` });
    expect(text).toBe('write to ‹e-mail 1› please');
  });
});

describe('a number', () => {
  test.each([
    ['+420 600 000 001', '‹phone 1›'],
    ['00420600000001', '‹phone 1›'],
    ['420600000001', '‹phone 1›'],
    ['600000001', '‹phone 1›'],
    ['600 000 001', '‹phone 1›'],
    ['600.000.001', '‹phone 1›'],
    ['600\u00a0000\u00a0001', '‹phone 1›'],
    ['tel:+420600000001', 'tel:‹phone 1›'],
    ['https://wa.me/420600000001', 'https://wa.me/‹phone 1›'],
    ['６００ ０００ ００１', '‹phone 1›'],
    ['600000001 600000002', '‹phone 1› ‹phone 2›'],
    ['600 000 001 (+420600000001)', '‹phone 1› (‹phone 1›)'],
  ])('is hidden and known in every notation: %s', (written, masked) => {
    const { text } = createMask().data({ number: '+420600000001', text: written });
    expect(text).toBe(masked);
  });

  test.each([
    'on 2026-11-20 14:30:00',
    'dne 20. 11. 2026',
    'ticket 100101',
    'order A-7731',
    'offer 1 250 000 Kč',
    'offer 1 250 000 000 Kč',
    '€ 125 000 000',
    'IČO 00000000',
  ])('is not what is none: %s', (text) => {
    expect(textOf(text)).toBe(text);
  });

  test('is not one with that of another country', () => {
    const { phones } = createMask().data({ phones: ['+420600000001', '+421600000001', '600000001'] });
    expect(new Set(phones).size).toBe(3);
  });
});

test('somebody may be called anything', () => {
  const { contacts } = createMask().data({
    contacts: [
      { id: 'a', title: 'Open' },
      { id: 'b', title: '?!' },
      { id: 'c', title: 'Somebody' },
    ],
  });
  expect(contacts.map(({ title }) => title)).toEqual(['‹person 1›', '?!', '‹person 2›']);
});

test('what records say of people is hidden, and their ids are not', () => {
  const answer = {
    period: { name: 'last_week', tz: 'Europe/Paris' },
    resolved: { contact: ['Vzorová Jana (contact_0001)'], agent: ['Alice Demo (alice.demo)'] },
    contacts: [{ id: 'contact_0001', name: 'Vzorová Jana' }],
    tickets: [
      {
        id: '100101',
        contact: 'Vzorová Jana',
        contact_id: 'contact_0001',
        agent: 'Alice Demo',
        agent_id: 'alice.demo',
      },
    ],
    sessions: [{ agent: 'Alice Demo', call: '1763625600.0042' }],
    emails: [{ from: [{ address: 'jana@example.test', name: 'Jana Vzorová' }], attachments: ['cv_Vzorova_Jana.pdf'] }],
  };
  expect(createMask().data(answer)).toEqual({
    ...answer,
    resolved: { ...answer.resolved, contact: ['‹person 1› (contact_0001)'] },
    contacts: [{ id: 'contact_0001', name: '‹person 1›' }],
    tickets: [{ ...answer.tickets[0], contact: '‹person 1›' }],
    emails: [{ from: [{ address: '‹e-mail 1›', name: '‹person 1›' }], attachments: ['cv_‹person 1›.pdf'] }],
  });
});

test('who speaks in a conversation that is one text is known by that name', () => {
  const { text } = createMask().data({
    text: '⟦2026-11-19T13:00:00+01:00 customer (Petr Druhý): here is Petr ¶ agent (Alice Demo): hello, Mr Druhý⟧',
  });
  expect(text).toBe(
    '⟦2026-11-19T13:00:00+01:00 customer (‹person 1›): here is ‹person 1› ¶ agent (Alice Demo): hello, Mr ‹person 1›⟧',
  );
});

test.each([
  ['⟦call me, 600 00… (12 more characters)⟧', '⟦call me, … (12 more characters)⟧'],
  ['⟦yours, Jana Vzor… (12 more characters)⟧', '⟦yours, ‹person 1› … (12 more characters)⟧'],
  ['⟦jana@exam… (12 more characters)⟧', '⟦ … (12 more characters)⟧'],
])('what was cut ends with a whole word: %s', (text, masked) => {
  expect(textOf(text)).toBe(masked);
});

test('custom fields are judged by their labels', () => {
  const { custom_fields } = createMask().data({
    custom_fields: {
      mobil: ['12 34 56'],
      Jméno: ['Karel'],
      first_name: ['Eva'],
      order_no: ['A-7731'],
      mrr: ['120000'],
    },
  });
  expect(custom_fields).toEqual({
    mobil: ['‹phone 1›'],
    Jméno: ['‹person 1›'],
    first_name: ['‹person 2›'],
    order_no: ['A-7731'],
    mrr: ['120000'],
  });
});

test('a mask is the same for all that it is used for', () => {
  const mask = createMask();
  const [one, other] = [mask.data({ contact: JANA }), mask.data({ text: 'Jana Vzorová' })];
  expect(other.text).toBe(one.contact.title);
  expect(mask.text('Vzorová from +420600000001')).toBe('‹person 1› from ‹phone 1›');
});

test('what is very long is gone through in time that grows with it', () => {
  const long = `${'a.'.repeat(20_000)} ${'1 '.repeat(20_000)} ${'Jana '.repeat(4_000)}`;
  const { text } = createMask().data({ contact: JANA, text: long });
  expect(text).not.toContain('Jana');
});
