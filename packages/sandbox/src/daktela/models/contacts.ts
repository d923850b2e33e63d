import { any, defineModel, type ListMap, lists, number, ref, text, time, type View } from '../model/model.ts';
import type { Company, Contact } from '../world/contacts.ts';
import type { Ticket } from '../world/ticket.ts';
import { interactionsOf } from './interactions.ts';
import { userName } from './names.ts';

export const contacts = defineModel<Contact>({
  endpoint: 'contacts',
  key: 'name',
  search: ['title', 'customFields.email', 'customFields.number'],
  rows: ({ world }) => world.customers.contacts,
  find: ({ world }, name) => contactNamed(world.customers.contacts, name),
  constant: true,
  relations: {
    tickets: { model: 'tickets', rows: ({ index }: Contact, view) => ofContact(ticketsOf(view), index) },
    activities: {
      model: 'activities',
      rows: ({ index }: Contact, view) =>
        ofContact(interactionsOf(view, { from: view.start, to: view.now + 1 }), index),
    },
  },
  fields: {
    name: text(({ name }) => name),
    title: text(contactTitle),
    firstname: text(({ firstname }) => firstname),
    lastname: text(({ lastname }) => lastname),
    database: ref('crmDatabases', ({ account }) => (account === undefined ? 'database_2' : 'database_1')),
    account: ref('accounts', ({ account }) => account ?? null),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    description: text(({ vip }) => (vip ? 'VIP' : '')),
    nps_score: number(({ nps }) => nps),
    created: time(({ created }) => created),
    edited: time(({ edited }) => edited),
    duplicateContacts: any(() => []),
    notDuplicateContacts: any(() => []),
    customFields: lists(({ phones, emails, vip, index }) => ({
      number: phones,
      email: emails,
      address: index % 4 === 0 ? [`Vzorová ${index + 1}, Praha`] : [],
      ...(vip && { vip: ['yes'] }),
    })),
    _sys: any(() => ({
      cfScheme: Object.fromEntries(
        ['number', 'email', 'address', 'vip', 'note'].map((key) => [
          key,
          { type: key === 'email' ? 'email' : 'text', title: key, hidden: false, readonly: false, multiple: true },
        ]),
      ),
    })),
  },
});

function ticketsOf({ world, start, now }: View): Iterable<Ticket> {
  return world.history.tickets({ from: start, to: now + 1 });
}

function ofContact<Row extends { contact: number }>(rows: Iterable<Row>, index: number): Row[] {
  return [...rows].filter(({ contact }) => contact === index);
}

function contactTitle({ firstname, lastname }: Contact): string {
  return `${lastname} ${firstname}`;
}

/** Names count from one, in the order of the contacts. */
function contactNamed(contacts: readonly Contact[], name: string): Contact | undefined {
  const contact = contacts[Number.parseInt(name.slice('contact_'.length), 16) - 1];
  return contact?.name === name ? contact : undefined;
}

export const accounts = defineModel<Company>({
  endpoint: 'accounts',
  key: 'name',
  search: ['title', 'customFields.vat_id'],
  rows: ({ world }) => world.customers.companies,
  find: ({ world }, name) => world.customers.companies.find((company) => company.name === name),
  constant: true,
  relations: {
    contacts: {
      model: 'contacts',
      rows: ({ name }: Company, { world }) => world.customers.contacts.filter(({ account }) => account === name),
    },
  },
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    database: ref('crmDatabases', () => 'database_1'),
    sla: ref('slas', ({ sla }) => sla),
    user: ref('users', ({ agent }, view: View) => userName(view, agent)),
    description: text(() => ''),
    created: time(({ created }) => created),
    edited: time(({ edited }) => edited),
    customFields: lists(
      ({ name }): ListMap => (name.endsWith('7') ? {} : { vat_id: [`CZ${name.slice(-4).padStart(8, '0')}`] }),
    ),
  },
});
