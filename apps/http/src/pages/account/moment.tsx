import { DEFAULT_TIME_ZONE } from '@voxolib/telephony';
import { localeOf } from '../figures.ts';
import type { Language } from '../language.ts';

interface MomentProps {
  /** Milliseconds since 1970. */
  time: number;
  language: Language;
  /** Without the time of the day. */
  day?: boolean;
}

/** A moment in the zone of the pages. */
export function Moment({ time, language, day = false }: MomentProps) {
  const style = day ? ({ dateStyle: 'long' } as const) : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  const format = new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: DEFAULT_TIME_ZONE });
  return <time datetime={new Date(time).toISOString()}>{format.format(time)}</time>;
}
