import type { DaktelaAccount } from '../accounts.ts';
import type { Instance } from '../instances.ts';
import { type Contact, type Customers, createCustomers } from './contacts.ts';
import { createHistory, type History } from './history.ts';
import { createUsers, type User } from './users.ts';

/** Everything that an instance holds. Each part is made when it is first asked for. */
export interface World {
  readonly seed: string;
  readonly users: readonly User[];
  readonly customers: Customers;
  readonly history: History;
  agent(place: number): User | undefined;
  user(name: string): User | undefined;
  contact(place: number): Contact | undefined;
}

/** When everything that does not happen was made: long before any history begins. */
const FOUNDED = Date.UTC(2024, 0, 8, 9);

export function createWorld(seed: string, instance: Instance, accounts: readonly DaktelaAccount[]): World {
  const users = once(() => createUsers(instance, accounts, FOUNDED));
  const byName = once(() => new Map(users().map((user) => [user.name, user])));
  const customers = once(() => createCustomers(seed, instance, FOUNDED));
  const history = once(() => createHistory(seed, instance, customers().contacts));
  return {
    seed,
    get users() {
      return users();
    },
    get customers() {
      return customers();
    },
    get history() {
      return history();
    },
    agent: (place) => users()[place],
    user: (name) => byName().get(name),
    contact: (place) => customers().contacts[place],
  };
}

export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
