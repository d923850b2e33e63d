import type { Sandbox } from '@voxolib/sandbox';
import type { CommandContext } from '../command-context.ts';

const running = new WeakMap<AbortSignal, Promise<Sandbox>>();

/** The made-up accounts, for as long as the command runs. */
export function sandboxOf({ signal, onEnd }: CommandContext): Promise<Sandbox> {
  const known = running.get(signal);
  if (known !== undefined) return known;
  const starting = import('@voxolib/sandbox').then(({ startSandbox }) => startSandbox());
  running.set(signal, starting);
  onEnd(async () => (await starting).close());
  return starting;
}
