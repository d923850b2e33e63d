import { announcement } from './announcement.ts';
import { HELP, readCommandLine, UsageError } from './command-line.ts';
import { FaultError } from './faults/fault.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

export interface ProgramContext {
  args: readonly string[];
  version: string;
  print(text: string): void;
  printError(text: string): void;
}

/** Runs the program: gives the sandbox that it started, or else its exit code. */
export async function runProgram(context: ProgramContext): Promise<Sandbox | number> {
  try {
    const command = readCommandLine(context.args);
    if (command.run === 'sandbox') return await start(command.options, context);
    context.print(command.run === 'help' ? HELP : `${context.version}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FaultError)) throw error;
    context.printError(`${error.message}\nSee voxolib-sandbox --help.\n`);
    return 2;
  }
}

async function start(options: SandboxOptions, context: ProgramContext): Promise<Sandbox | number> {
  try {
    const sandbox = await startSandbox(options);
    context.print(announcement(sandbox));
    return sandbox;
  } catch (error) {
    const reason = listenFailure(error, options);
    if (reason === undefined) throw error;
    context.printError(`${reason}\n`);
    return 1;
  }
}

function listenFailure(error: unknown, { port, host }: SandboxOptions): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Choose another one with --port, or --port 0 for any free one.`;
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine. Choose another one with --host.`;
    default:
      return undefined;
  }
}
