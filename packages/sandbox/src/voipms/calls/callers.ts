import type { Random } from '../../random.ts';

/** Who is at the other end of a call. */
export interface Party {
  number: string;
  name: string;
}

const AREAS = ['514', '438', '450', '819', '418', '613', '416', '647', '905', '604', '403', '902', '212', '718', '617'];
const AREAS_ABROAD = AREAS.indexOf('212');
const LAST_DIGITS = 100;
const NAMES = [
  'ACME SUPPLY',
  'LAKESIDE DENTAL',
  'WIRELESS CALLER',
  'NORTHERN TOOLS',
  '',
  'MONTREAL QC',
  'MAPLE LEASING',
  '',
  'HARBOUR FREIGHT LTD',
  'TORONTO ON',
  'Prairie Printing',
  '',
  'CAFE DU COIN',
];

/** Numbers abroad that are kept for stories. */
const FOREIGN: readonly Party[] = [
  { number: '442079460123', name: '' },
  { number: '33199001234', name: 'PARIS' },
];

const FOREIGN_SHARE = 0.01;
const ANONYMOUS_SHARE = 0.03;
const ANONYMOUS: Party = { number: '', name: 'Anonymous' };

/** Says who calls: a few do so often, many now and then, some hide, some are abroad. */
export function callersOf(own: ReadonlySet<string>): (random: Random) => Party {
  const regulars = Array.from({ length: AREAS.length * LAST_DIGITS }, (_, index) => regular(index)).filter(
    ({ number }) => !own.has(number),
  );
  return (random) => {
    const kind = random();
    const place = random();
    if (kind < ANONYMOUS_SHARE) return ANONYMOUS;
    const [pool, share] = kind < ANONYMOUS_SHARE + FOREIGN_SHARE ? [FOREIGN, place] : [regulars, place ** 3];
    return pool[Math.floor(share * pool.length)] ?? ANONYMOUS;
  };
}

/** The country that a number belongs to, as the API abbreviates it; empty beyond North America. */
export function countryOf(number: string): string {
  if (number.length !== 10) return '';
  const area = AREAS.indexOf(number.slice(0, 3));
  return area >= AREAS_ABROAD || area === -1 ? 'USA' : 'CAN';
}

function regular(index: number): Party {
  const area = AREAS[index % AREAS.length] ?? '';
  const last = String(Math.floor(index / AREAS.length)).padStart(2, '0');
  return { number: `${area}55501${last}`, name: NAMES[index % NAMES.length] ?? '' };
}
