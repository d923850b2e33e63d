import type { DaktelaAccount } from '../accounts.ts';
import { DAY_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import { type Contact, type Customers, createCustomers } from './contacts.ts';
import { type CampaignRecord, type CrmRecord, createCampaignRecords, createCrmRecords } from './crm.ts';
import { createHistory, type History } from './history.ts';
import { type Article, createArticles } from './lists.ts';
import { createUsers, type User } from './users.ts';

/** Everything that an instance holds. Each part is made when it is first asked for. */
export interface World {
  readonly seed: string;
  readonly users: readonly User[];
  readonly customers: Customers;
  readonly crmRecords: readonly CrmRecord[];
  readonly campaignRecords: readonly CampaignRecord[];
  readonly articles: readonly Article[];
  readonly history: History;
  agent(place: number): User | undefined;
  user(name: string): User | undefined;
  contact(place: number): Contact | undefined;
}

/** When everything that does not happen was made: long before any history begins. */
const FOUNDED = Date.UTC(2024, 0, 8, 9);

export function createWorld(
  seed: string,
  instance: Instance,
  accounts: readonly DaktelaAccount[],
  started: number,
): World {
  const users = once(() => createUsers(instance, accounts, FOUNDED));
  const byName = once(() => new Map(users().map((user) => [user.name, user])));
  const customers = once(() => createCustomers(seed, instance, FOUNDED));
  // What people write down by hand is as old as the sandbox, to the day.
  const today = Math.floor(started / DAY_MS) * DAY_MS;
  const crmRecords = once(() => createCrmRecords(seed, instance, customers(), today));
  const campaignRecords = once(() => createCampaignRecords(seed, instance, customers(), today));
  const articles = once(() => (instance.accounts === 0 ? [] : createArticles(FOUNDED)));
  const history = once(() => createHistory(seed, instance, customers().contacts));
  return {
    seed,
    get users() {
      return users();
    },
    get customers() {
      return customers();
    },
    get crmRecords() {
      return crmRecords();
    },
    get campaignRecords() {
      return campaignRecords();
    },
    get articles() {
      return articles();
    },
    get history() {
      return history();
    },
    agent: (place) => users()[place],
    user: (name) => byName().get(name),
    contact: (place) => customers().contacts[place],
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
