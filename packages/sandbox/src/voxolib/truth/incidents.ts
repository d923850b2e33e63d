import { randomAt, seedOf } from '../../random.ts';
import type { Moment } from '../../rhythm/moment.ts';

/** What is out of the ordinary at a moment, as factors. */
export interface Incident {
  volume: number;
  /** How much likelier a status is. */
  statuses: Readonly<Record<string, number>>;
}

interface IncidentKind extends Incident {
  /** The hours that it lasts. Without them it is the whole day. */
  lasts?: number;
}

const kinds: readonly IncidentKind[] = [
  { volume: 0.8, statuses: { failed: 18, busy: 8, missed: 3 }, lasts: 4 },
  { volume: 1, statuses: { no_answer: 3, missed: 4 } },
  { volume: 1.9, statuses: { missed: 2, no_answer: 1.5, busy: 3 } },
];

const CHANCE_A_DAY = 1 / 30;
const FIRST_HOUR = 9;
const LAST_FIRST_HOUR = 15;

/** The incidents of one account: about one day in 30 has one, and always the same days for the same seed. */
export function incidentsOf(seed: string, account: string): (moment: Moment) => Incident | undefined {
  let latest: { date: string; incident: DatedIncident | undefined } | undefined;
  return (moment) => {
    if (latest?.date !== moment.date) latest = { date: moment.date, incident: incidentOn(seed, account, moment.date) };
    const { incident } = latest;
    return incident && moment.hour >= incident.starts && moment.hour < incident.ends ? incident.kind : undefined;
  };
}

interface DatedIncident {
  kind: IncidentKind;
  starts: number;
  ends: number;
}

function incidentOn(seed: string, account: string, date: string): DatedIncident | undefined {
  const random = randomAt(seedOf(seed, account, 'incident', date), 0);
  if (random() >= CHANCE_A_DAY) return undefined;
  const kind = kinds[Math.floor(random() * kinds.length)];
  if (kind === undefined) return undefined;
  if (kind.lasts === undefined) return { kind, starts: 0, ends: 24 };
  const starts = FIRST_HOUR + Math.floor(random() * (LAST_FIRST_HOUR - FIRST_HOUR));
  return { kind, starts, ends: starts + kind.lasts };
}
