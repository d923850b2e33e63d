/** Millionths of a currency unit in a decimal price such as `0.0005`. */
export function toMicros(price: string): number {
  const [units = '0', fraction = ''] = price.split('.');
  return Number(units) * 1_000_000 + Number(fraction.padEnd(6, '0'));
}

/** The decimal text of millionths, with two digits after the point or as many more as there are: `1.50`, `0.0005`. */
export function fromMicros(micros: number): string {
  const fraction = String(micros % 1_000_000)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${Math.trunc(micros / 1_000_000)}.${fraction}`;
}
