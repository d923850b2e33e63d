import { type Fault, FaultError, type FaultKind } from './fault.ts';

/**
 * Reads `name`, `name=value` or `name=value;option=value`.
 * @throws FaultError that lists what there is.
 */
export function parseFault<Body>(text: string, kinds: readonly FaultKind<Body>[]): Fault<Body> {
  const [first = '', ...others] = text.split(';');
  const head = splitPair(first);
  const rest = others.map(splitPair);
  const kind = kinds.find((candidate) => candidate.name === head.name);
  if (kind === undefined) throw new FaultError(`There is no fault "${head.name}".\n${listFaults(kinds)}`);
  const options = new Map(rest.map(({ name, value }) => [name, value]));
  for (const name of options.keys()) {
    if (!kind.options?.includes(name)) throw new FaultError(`${kind.name} has no option "${name}": ${kind.usage}`);
  }
  try {
    return kind.make({ value: head.value, option: (name) => options.get(name) });
  } catch (error) {
    if (error instanceof RangeError) throw new FaultError(`${kind.name}: ${error.message}. Use ${kind.usage}`);
    throw error;
  }
}

const USAGE_WIDTH = 16;

/** Each fault: how it is written, and what it does, on the next line where the first is long. */
export function listFaults(kinds: readonly FaultKind<never>[]): string {
  return kinds
    .map(({ usage, summary }) => {
      const gap = usage.length <= USAGE_WIDTH ? '' : `\n  ${' '.repeat(USAGE_WIDTH)}`;
      return `  ${usage.padEnd(USAGE_WIDTH)}${gap}  ${summary}`.replace(/ +\n/, '\n');
    })
    .join('\n');
}

function splitPair(text: string): { name: string; value: string | undefined } {
  const equals = text.indexOf('=');
  if (equals === -1) return { name: text.trim(), value: undefined };
  return { name: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}
