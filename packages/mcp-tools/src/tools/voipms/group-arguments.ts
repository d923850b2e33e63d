import { PhoneNumber, Words } from './arguments.ts';

export const Group = Words(80).describe('Phonebook group, by id or whole name');

/** What an entry that is made for a number is called. */
export const newEntry = {
  name: Words(80).optional().describe('Name of the entry, when one is made; the number unless given'),
  note: Words(50).optional().describe('Note of that entry'),
};

/** Where numbers go that are turned away. */
const SPAM_GROUP = 'Spam';

export const spamInput = {
  number: PhoneNumber,
  group: Group.default(SPAM_GROUP),
};
