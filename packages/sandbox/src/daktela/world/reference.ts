export interface Sla {
  name: string;
  title: string;
  /** Hours. */
  response: number;
  solution: number;
}

export const slas: readonly Sla[] = [
  { name: 'sla_1', title: 'Standard', response: 4, solution: 48 },
  { name: 'sla_2', title: 'Prémiová', response: 1, solution: 8 },
];

export const databases: readonly { name: string; title: string }[] = [
  { name: 'database_1', title: 'Zákazníci' },
  { name: 'database_2', title: 'Soukromé osoby' },
];

export interface Category {
  name: string;
  title: string;
  sla: string;
  emailQueue: number;
  callQueue: number;
  statusRequired: 'never' | 'closing_ticket' | 'always';
  archiveAfterDays: number | null;
}

const rows: readonly [
  title: string,
  emailQueue: number,
  callQueue: number,
  statusRequired: Category['statusRequired'],
][] = [
  ['Reklamace', 4100, 4001, 'closing_ticket'],
  ['Doručení', 4100, 4001, 'never'],
  ['Fakturace', 4101, 4001, 'closing_ticket'],
  ['Technická podpora', 4100, 4002, 'closing_ticket'],
  ['Obchod', 4100, 4004, 'always'],
  ['Ukončení smlouvy', 4101, 4004, 'closing_ticket'],
];

export const categories: readonly Category[] = rows.map(([title, emailQueue, callQueue, statusRequired], index) => ({
  name: `categories_${String(index + 1).padStart(4, '0')}`,
  title,
  sla: index === 4 ? 'sla_2' : 'sla_1',
  emailQueue,
  callQueue,
  statusRequired,
  archiveAfterDays: title === 'Doručení' ? 90 : null,
}));
