import type { Ticket } from './ticket.ts';

export interface Status {
  name: string;
  title: string;
  color: string;
  nextcall: boolean;
}

const titles = [
  'S1-Discovery',
  'S2-Qualification',
  'S3-Proposal',
  'S4-Negotiation',
  'Čeká na díl',
  'Eskalováno',
  'Vyřešeno',
  'Bez odpovědi',
  'Prohráno – konkurence',
  'Nabídka odeslána',
  'Zavolat později',
  'Nedovoláno',
];

const COLORS = ['#ffaa00', '#0077cc', '#33aa55', '#cc3344'];
const SALES_STATUSES = 4;

export const statuses: readonly Status[] = titles.map((title, index) => ({
  name: statusName(index),
  title,
  color: COLORS[index % COLORS.length] ?? '',
  nextcall: title === 'Zavolat později',
}));

/** Sales go through their stages; of the others some have a status, and a few have two. */
export function statusesOf({ topic, salt, steps }: Ticket, stage: string): readonly string[] {
  if (topic === 'sales') return [statusName(stage === 'CLOSE' ? 8 : (salt + steps.length) % SALES_STATUSES)];
  if (stage === 'CLOSE' || stage === 'ARCHIVE') return [statusName(6)];
  if (salt % 7 === 0) return [statusName(4), statusName(5)];
  return salt % 3 === 0 ? [statusName(4 + (salt % 2))] : [];
}

export function statusName(index: number): string {
  return `statuses_${String(index + 1).padStart(4, '0')}`;
}
