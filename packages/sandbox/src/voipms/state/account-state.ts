import type { VoipmsAccountId } from '../accounts.ts';
import type { VoipmsCall } from '../calls/call.ts';
import { type Fixture, fixtures } from './fixtures.ts';
import { messagesOf, textsOf } from './messages.ts';
import { TABLE_IDS, type TableName } from './tables.ts';

/** A record as the API has it: every value is text. */
export type Row = Record<string, string>;

/** What an account has, which writes change for as long as the sandbox runs. */
export interface AccountState {
  /** Each record by its id, in the order in which they were made. */
  tables: Readonly<Record<TableName, Map<string, Row>>>;
  /** In hundredths of a cent of a dollar. */
  balance: number;
  /** Ids of recordings that are gone. */
  deletedRecordings: Set<string>;
  /** How many messages were sent on which day. */
  sent: { day: string; messages: number };
  /** An id that no record has yet. */
  nextId(): string;
}

const FIRST_NEW_ID = 900_001;

/** What the account starts with. `recentCalls` are those of which some left a message. */
export function createAccountState(account: VoipmsAccountId, recentCalls: () => Iterable<VoipmsCall>): AccountState {
  const fixture: Fixture = fixtures[account]();
  const mailboxes = fixture.voicemails ?? [];
  const messages = mailboxes.flatMap(({ mailbox = '' }, turn) => messagesOf(recentCalls(), mailbox, turn));
  const textDid = fixture.dids?.find((row) => row.sms_enabled === '1')?.did;
  const sms = textDid === undefined ? [] : textsOf(recentCalls(), textDid);
  const rowsOf: Fixture = { ...fixture, messages, sms };
  const tables = Object.entries(TABLE_IDS).map(([name, idField]) => {
    const rows = rowsOf[name as TableName] ?? [];
    return [name, new Map(rows.map((row) => [row[idField] ?? '', { ...row }]))];
  });
  let id = FIRST_NEW_ID;
  return {
    tables: Object.fromEntries(tables),
    balance: fixture.balance ?? 0,
    deletedRecordings: new Set(),
    sent: { day: '', messages: 0 },
    nextId: () => String(id++),
  };
}

/** The ids in a list as the API writes it, `1;2;3`, without empty parts. */
export function idsIn(list: string | undefined): string[] {
  return (list ?? '')
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
