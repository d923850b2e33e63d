import { once } from 'node:events';

/** The other side of `start.ts`: says that everything is loaded, waits for `go`, and gives the input. */
export async function ready<Input>(): Promise<Input> {
  process.send?.('ready');
  await once(process, 'message');
  return JSON.parse(process.argv[2] ?? '') as Input;
}

/** Resolves when the other side can have it. */
export function report(value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(value, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

export function done(): void {
  process.disconnect();
}
