/** A record as Daktela sends it, with the fields that may be read and no others. */
export type WireRow = Readonly<Record<string, unknown>>;

interface Received {
  receivedAt: Date;
  /** The zone that times of the instance are in; absent while no reply has named it, which old versions never do. */
  zone?: string;
  /** What the clocks of the instance showed when it answered. */
  serverTime?: string;
  /** Texts that were longer than a client takes, and were cut. */
  cut: readonly CutText[];
}

/** A text that was cut: a field of a row, by its path, with the number of characters that it has at Daktela. */
export interface CutText {
  row: number;
  field: string;
  length: number;
}

/** A part of a list. */
export interface WirePage extends Received {
  rows: readonly WireRow[];
  skip: number;
  /** How many records match in all; absent where Daktela does not say. */
  total?: number;
  /** Whether there are more after these. */
  more: boolean;
  /** On the last page of an iteration: how many of `total` were never seen, because the list changed meanwhile. */
  missed?: number;
}

export interface WireRecord extends Received {
  row: WireRow;
}

export interface Count {
  total: number;
  receivedAt: Date;
}
