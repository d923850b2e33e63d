import { type Random, randomAt, seedOf } from '../../random.ts';
import { DAY_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { Language } from '../languages.ts';
import { plain } from './users.ts';

/** A company. */
export interface Company {
  name: string;
  title: string;
  /** The place of the agent who looks after it. */
  agent: number;
  sla: string;
  created: number;
  edited: number;
}

export interface Contact {
  name: string;
  index: number;
  firstname: string;
  lastname: string;
  language: Language;
  /** The name of the company, or undefined for a private person. */
  account: string | undefined;
  agent: number;
  /** With `+`. */
  phones: readonly string[];
  emails: readonly (string | null)[];
  created: number;
  edited: number;
  nps: number | null;
  vip: boolean;
}

export interface Customers {
  companies: readonly Company[];
  contacts: readonly Contact[];
}

const FIRST: Record<Language, readonly string[]> = {
  cs: ['Jana', 'Petr', 'Lucie', 'Marek', 'Hana', 'Jiří', 'Zuzana', 'Karel', 'Alžběta', 'Vojtěch'],
  en: ['Grace', 'Henry', 'Amelia', 'George', 'Ruby', 'Arthur', 'Violet', 'Edward'],
  fr: ['Aurélie', 'Benoît', 'Camille', 'François', 'Hélène', 'Jérôme', 'Manon', 'Théo'],
};
const LAST: Record<Language, readonly string[]> = {
  cs: ['Vzorová', 'Příkladný', 'Zkoušková', 'Smyšlený', 'Ukázková', 'Pokusný', 'Náhodná', 'Testovací', 'Dočasný'],
  en: ['Sample', 'Placeholder', 'Example', 'Specimen', 'Fictional', 'Dummy', 'Trial'],
  fr: ['Modèle', 'Exemple', 'Fictif', 'Essai', 'Échantillon', 'Témoin', 'Factice'],
};
const TRADES = [
  'Konvice',
  'Nábytek',
  'Doprava',
  'Pekárna',
  'Optika',
  'Papírnictví',
  'Zahrada',
  'Autoservis',
  'Elektro',
  'Pojištění',
];
const TOWNS = ['Praha', 'Brno', 'Ostrava', 'Plzeň', 'Liberec', 'Olomouc'];
const PEOPLE_OF_A_COMPANY = 12;
const PRIVATE_PEOPLE = 150;
const SLAS = ['sla_1', 'sla_2'];

export function createCustomers(seed: string, instance: Instance, start: number): Customers {
  const { id, accounts, largestAccount, agents } = instance;
  const companySeed = seedOf(seed, 'daktela', id, 'companies');
  const companies = Array.from({ length: accounts }, (_, index) =>
    companyAt(index, randomAt(companySeed, index), agents, start),
  );
  const contactSeed = seedOf(seed, 'daktela', id, 'contacts');
  const employers = companies.flatMap(({ name }, index) =>
    Array.from({ length: index === 0 ? largestAccount : PEOPLE_OF_A_COMPANY }, () => name),
  );
  const privately = accounts === 0 ? 0 : PRIVATE_PEOPLE;
  const contacts = Array.from({ length: employers.length + privately }, (_, index) =>
    contactAt(index, employers[index], randomAt(contactSeed, index), instance, start),
  );
  return { companies, contacts };
}

function companyAt(index: number, random: Random, agents: number, start: number): Company {
  const trade = TRADES[index % TRADES.length] ?? '';
  const town = TOWNS[Math.floor(index / TRADES.length) % TOWNS.length] ?? '';
  const created = start - Math.floor(random() * 900) * DAY_MS;
  return {
    name: `account_${hex(index + 1, 4)}`,
    title: `${trade} ${town} s.r.o.`,
    agent: Math.floor(random() * agents),
    sla: SLAS[Math.floor(random() * SLAS.length)] ?? '',
    created,
    edited: created + Math.floor(random() * 200) * DAY_MS,
  };
}

function contactAt(
  index: number,
  account: string | undefined,
  random: Random,
  instance: Instance,
  start: number,
): Contact {
  const language = languageOf(random(), instance.language);
  const firstname = pick(FIRST[language], random);
  const lastname = pick(LAST[language], random);
  const created = start - Math.floor(random() * 700) * DAY_MS + Math.floor((random() * DAY_MS) / 1_000) * 1_000;
  const phones = index % 9 === 4 ? [] : [phoneOf(language, index)];
  return {
    name: `contact_${hex(index + 1, 6)}`,
    index,
    firstname,
    lastname,
    language,
    account,
    agent: random() < 0.4 ? Math.floor(random() * instance.agents) : -1,
    phones: index % 23 === 7 ? [...phones, phoneOf(language, index + 500_000)] : phones,
    // A field that was filled in and emptied again holds null.
    emails:
      index % 17 === 3
        ? [null]
        : index % 11 === 5
          ? []
          : [`${plain(firstname)}.${plain(lastname)}.${index}@customer.example`],
    created,
    edited: created + Math.floor(random() * 300) * DAY_MS,
    nps: random() < 0.3 ? Math.floor(random() * 11) : null,
    vip: random() < 0.05,
  };
}

function languageOf(share: number, main: Language): Language {
  if (main === 'en') return share < 0.9 ? 'en' : 'fr';
  return share < 0.6 ? 'cs' : share < 0.82 ? 'en' : 'fr';
}

const PREFIXES: Record<Language, string> = { cs: '+420600', en: '+447700', fr: '+331990' };

function phoneOf(language: Language, index: number): string {
  return `${PREFIXES[language]}${String(index).padStart(6, '0')}`;
}

function pick(choices: readonly string[], random: Random): string {
  return choices[Math.floor(random() * choices.length)] ?? '';
}

export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
