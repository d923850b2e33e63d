import type { TimeRange } from '@voxolib/telephony/contact-centre';
import type { ReadOptions } from '../../client.ts';
import { and, type Filter, field } from '../../query/filter.ts';
import type { InstanceClock } from '../../readers/instance-clock.ts';
import { invalid } from '../../refusals.ts';
import type { InstanceZones } from '../instance-zone.ts';

const SECOND = 1000;
/** Clocks are changed at a full quarter of an hour. */
const QUARTER = 900 * SECOND;

export interface RangeFilter {
  filter?: Filter | undefined;
  warnings: string[];
}

/**
 * A stretch of time as a filter on a field that holds what the clocks of the instance showed. Where an end lies in the hour that they
 * showed twice, both of its readings are asked for, and a warning says that they cannot be told apart.
 * @throws INVALID_INPUT for what is no instant, and for an end that is not after the beginning.
 */
export async function rangeFilter(
  zones: InstanceZones,
  name: string,
  range: TimeRange | undefined,
  options: ReadOptions,
): Promise<RangeFilter> {
  const from = readInstant('from', range?.from);
  const until = readInstant('until', range?.until);
  if (from !== undefined && until !== undefined && from >= until) {
    throw invalid('until', 'The end of the time range is not after its beginning. Swap them, or move the end.');
  }
  if (from === undefined && until === undefined) return { warnings: [] };
  const { clock, warning } = await zones.find(options);
  const { filter, doubtful } = instanceRange(clock, name, from, until);
  const warnings = warning === undefined ? [] : [warning];
  if (doubtful) {
    warnings.push(
      `An end of this time range lies in the hour that the clocks of ${clock.zone} showed twice. Records of both are included, as Daktela does not tell them apart.`,
    );
  }
  return { filter, warnings };
}

/** The filter between two instants (epoch milliseconds), the second not included, and whether it lets through more than that. */
export function instanceRange(
  clock: InstanceClock,
  name: string,
  from: number | undefined,
  until: number | undefined,
): { filter: Filter | undefined; doubtful: boolean } {
  const start = from === undefined ? undefined : atEdge(clock, from, 'start');
  const end = until === undefined ? undefined : atEdge(clock, until, 'end');
  return {
    filter: and(
      start === undefined ? undefined : field(name).gte(start.text),
      end === undefined ? undefined : field(name).lt(end.text),
    ),
    doubtful: start?.moved === true || end?.moved === true,
  };
}

/**
 * What the clocks showed at an end. Within a stretch of times that they showed twice, the end is moved to that of the stretch, so that
 * both readings of each time lie within.
 */
function atEdge(clock: InstanceClock, instant: number, edge: 'start' | 'end'): { text: string; moved: boolean } {
  const at = Math.ceil(instant / SECOND) * SECOND;
  const textAt = (time: number) => clock.write(new Date(time)).text;
  const isRepeated = (time: number) => clock.write(new Date(time)).oddity === 'repeated';
  if (!isRepeated(at)) return { text: textAt(at), moved: false };
  let first = Math.floor(at / QUARTER) * QUARTER;
  while (isRepeated(first - QUARTER)) first -= QUARTER;
  if (at === first) return { text: textAt(at), moved: false };
  if (edge === 'start') return { text: textAt(first), moved: true };
  let after = at - (at % QUARTER) + QUARTER;
  while (isRepeated(after)) after += QUARTER;
  return { text: textAt(after), moved: true };
}

function readInstant(end: 'from' | 'until', text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const at = isInstant ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw invalid(end, `${end} is not an instant such as 2026-11-20T13:30:00Z.`);
}
