import { randomAt, seedOf } from '../../random.ts';
import { DAY_MS } from '../clock.ts';
import type { Instance } from '../instances.ts';
import type { Customers } from './contacts.ts';
import { hex } from './contacts.ts';
import { statusName } from './statuses.ts';

export interface CrmRecord {
  name: string;
  type: string;
  title: string;
  contact: string;
  account: string | undefined;
  agent: number;
  status: string;
  stage: 'OPEN' | 'CLOSE';
  value: number;
  created: number;
  edited: number;
  /** Chooses the ticket that it came from, of those of the day on which it was made. */
  salt: number;
}

export const crmTypes = [
  { name: 'type_1', title: 'Obchodní případ' },
  { name: 'type_2', title: 'Smlouva' },
  { name: 'type_3', title: 'Servisní zakázka' },
] as const;

export interface CampaignRecord {
  name: string;
  type: string;
  contact: string;
  agent: number;
  action: number;
  nextcall: number | null;
  statuses: readonly string[];
  created: number;
  edited: number;
  /** Whether a call was made, and is told by what. */
  called: boolean;
}

export interface CampaignType {
  name: string;
  title: string;
  queue: number;
}

export const campaignTypes: readonly CampaignType[] = [
  { name: 'ct_1', title: 'Podzimní obvolávání', queue: 4013 },
  { name: 'ct_2', title: 'Upomínky faktur', queue: 4012 },
  { name: 'ct_3', title: 'Průzkum spokojenosti', queue: 4014 },
  { name: 'ct_4', title: 'Obnova smluv', queue: 4011 },
];

const RECORDS_A_COMPANY = 7;
const CAMPAIGN_RECORDS_A_TYPE = 160;
const ACTIONS = 7;
const STAGE_TITLES = ['Náhradní díly 2027', 'Rozšíření tarifu', 'Integrace CRM', 'Nová pobočka', 'Servis tiskáren'];

/** `end` is the day at which the youngest were made. */
export function createCrmRecords(
  seed: string,
  instance: Instance,
  { companies, contacts }: Customers,
  end: number,
): CrmRecord[] {
  const recordSeed = seedOf(seed, 'daktela', instance.id, 'crm');
  if (contacts.length === 0) return [];
  return Array.from({ length: companies.length * RECORDS_A_COMPANY }, (_, index) => {
    const random = randomAt(recordSeed, index);
    const contact = contacts[Math.floor(random() * contacts.length)];
    const created = end - Math.floor(random() * 360 * DAY_MS) - DAY_MS;
    const closed = random() < 0.45;
    return {
      name: `record_${hex(index + 1, 5)}`,
      type: crmTypes[Math.floor(random() * crmTypes.length)]?.name ?? 'type_1',
      title: STAGE_TITLES[Math.floor(random() * STAGE_TITLES.length)] ?? '',
      contact: contact?.name ?? '',
      account: contact?.account,
      agent: Math.floor(random() * instance.agents),
      status: statusName(closed ? 6 + Math.floor(random() * 3) : Math.floor(random() * 4)),
      stage: closed ? 'CLOSE' : 'OPEN',
      value: Math.round(random() * 400) * 1_000,
      created: toSecond(created),
      edited: toSecond(Math.min(end - DAY_MS / 2, created + random() * 40 * DAY_MS)),
      salt: Math.floor(random() * 2 ** 16),
    };
  });
}

export function createCampaignRecords(
  seed: string,
  instance: Instance,
  { contacts }: Customers,
  end: number,
): CampaignRecord[] {
  const recordSeed = seedOf(seed, 'daktela', instance.id, 'campaigns');
  if (contacts.length === 0) return [];
  return Array.from({ length: campaignTypes.length * CAMPAIGN_RECORDS_A_TYPE }, (_, index) => {
    const random = randomAt(recordSeed, index);
    const action = index % ACTIONS;
    const created = end - Math.floor(random() * 120 * DAY_MS) - DAY_MS;
    return {
      name: `campaign_rec_${index + 1}`,
      type: campaignTypes[Math.floor(index / CAMPAIGN_RECORDS_A_TYPE)]?.name ?? 'ct_1',
      contact: contacts[Math.floor(random() * contacts.length)]?.name ?? '',
      agent: action === 0 ? -1 : Math.floor(random() * instance.agents),
      action,
      nextcall: [1, 2, 6].includes(action) ? toSecond(end + random() * 10 * DAY_MS) : action === 0 ? 0 : null,
      statuses: action === 5 ? [statusName(6)] : action === 6 ? [statusName(10), statusName(11)] : [],
      created: toSecond(created),
      edited: toSecond(Math.min(end - DAY_MS / 2, created + random() * 20 * DAY_MS)),
      called: action >= 3 && action <= 5,
    };
  });
}

function toSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}
