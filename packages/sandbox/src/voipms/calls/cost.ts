/** Prices are counted in 1e-8 dollars, so that sums of them are exact. */
const DECIMALS = 8;
const INCOMING_A_MINUTE = 900_000;
const OUTGOING_A_MINUTE = 1_000_000;
const ABROAD_A_MINUTE = 2_640_000;
const STEP_S = 6;
const STEPS_A_MINUTE = 10;
const MINUTE_S = 60;

export interface Cost {
  rate: string;
  total: string;
}

/** Incoming calls are billed by the started minute. */
export function incomingCost(seconds: number): Cost {
  return cost(INCOMING_A_MINUTE, Math.ceil(seconds / MINUTE_S) * INCOMING_A_MINUTE);
}

/** Outgoing ones by the started six seconds. */
export function outgoingCost(seconds: number, abroad: boolean): Cost {
  const rate = abroad ? ABROAD_A_MINUTE : OUTGOING_A_MINUTE;
  return cost(rate, Math.ceil(seconds / STEP_S) * (rate / STEPS_A_MINUTE));
}

/** Dollars with eight decimals, of a whole number of 1e-8 dollars. */
export function dollars(units: number): string {
  const digits = String(units).padStart(DECIMALS + 1, '0');
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

function cost(rate: number, total: number): Cost {
  return { rate: dollars(rate), total: dollars(total) };
}
