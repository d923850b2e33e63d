/** The tables of an account, each with the field that holds the id of a record. */
export const TABLE_IDS = {
  phonebook: 'phonebook',
  phonebookGroups: 'phonebook_group',
  filters: 'filtering',
  subAccounts: 'id',
  dids: 'did',
  ivrs: 'ivr',
  ringGroups: 'ring_group',
  forwardings: 'forwarding',
  timeConditions: 'timecondition',
  queues: 'queue',
  staticMembers: 'member',
  disas: 'disa',
  callHuntings: 'callhunting',
  sipUris: 'sipuri',
  callbacks: 'callback',
  voicemails: 'mailbox',
  messages: 'id',
  recordings: 'value',
  callParkings: 'callparking',
  conferences: 'conference',
  sequences: 'id',
  sms: 'id',
  clients: 'client',
} as const;

export type TableName = keyof typeof TABLE_IDS;
