import type { Answer } from './answers/answer.ts';
import type { Variables } from './config.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What a command is given. */
export interface CommandContext {
  arguments: readonly string[];
  /** By the long name, in camel case. */
  options: Readonly<Record<string, string | boolean | undefined>>;
  variables: Variables;
  terminal: Terminal;
  signal: AbortSignal;
  /** Ends what the command has opened, such as a sandbox, when it is done. */
  onEnd(end: () => Promise<void>): void;
}

/** Does what a command is for: an answer is printed in the format that was chosen; otherwise the exit code. */
export type Work = (context: CommandContext) => Promise<Answer | ExitCode>;
