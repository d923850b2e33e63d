/** What ours costs beside a reference of the same run. A cost without a reference is context for the others. */
export interface Figure {
  what: string;
  unit: string;
  ours: number;
  reference?: { what: string; cost: number };
  /** Most that ours may be, as a multiple of the reference. It is shown and never asserted: machines are noisy. */
  target?: number;
  /** Least that ours should be, of what is better when there is more. Shown and not asserted either. */
  least?: number;
}

export interface Settings {
  /** How often each contender is measured; they take turns, and the best round of each counts. */
  rounds: number;
  /** Where measured server processes leave a CPU profile. */
  profileTo: string | undefined;
}

export interface Measurement {
  /** For `--only`. */
  name: string;
  run(settings: Settings): Promise<Figure[]>;
}
