import { expect, it } from 'vitest';
import { withFrenchSpacing } from './french-spacing.ts';
import { textsIn } from './texts.ts';

it.each([
  ['Voulez-vous ?', 'Voulez-vous\u202f?'],
  ['Oui ; non !', 'Oui\u202f; non\u202f!'],
  ['Ceci : cela', 'Ceci\u00a0: cela'],
  ['Il dit « oui ».', 'Il dit «\u00a0oui\u00a0».'],
  ['84,7 % du total', '84,7\u00a0% du total'],
  ["l'API d'un client", 'l’API d’un client'],
  ["Mettez `a : 'b' ;` ici : oui", "Mettez `a : 'b' ;` ici\u00a0: oui"],
  ['https://example.com', 'https://example.com'],
])('sets %j', (given, expected) => {
  expect(withFrenchSpacing(given)).toBe(expected);
});

it('reaches every text of the French page', () => {
  const prose = JSON.stringify(textsIn.fr).replaceAll(/`[^`]*`/g, '');
  expect(prose).toContain('\u202f?');
  expect(prose).not.toMatch(/ [;:!?%»]|« |'/);
});
