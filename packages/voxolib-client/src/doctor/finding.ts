/** One thing that was looked at, in plain words. It never holds a credential or a value of a reply. */
export interface Finding {
  check: string;
  level: 'ok' | 'warning' | 'problem';
  found: string;
  /** What to do about it. */
  advice?: string;
}
