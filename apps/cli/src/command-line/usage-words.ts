import type { CommanderError } from 'commander';

const SEE = 'See voxolib --help.';

/** What is wrong with the arguments. What was typed is not repeated, for it may be a secret; what is known is. */
export function usageWords({ code, message }: CommanderError): string {
  const hint = /\(Did you mean [^?]*\?\)/.exec(message)?.[0];
  const words = [wordsFor(code, message), ...(hint === undefined ? [] : [hint]), SEE];
  return words.join(' ');
}

function wordsFor(code: string, message: string): string {
  switch (code) {
    case 'commander.unknownCommand':
      return 'There is no such command.';
    case 'commander.unknownOption': {
      const name = /'(--[a-z]+(?:-[a-z]+)*|-[a-z])(?:=.*)?'/is.exec(message)?.[1];
      return name === undefined ? 'An option is not known.' : `There is no option ${name} here.`;
    }
    case 'commander.excessArguments':
      return `Too many arguments. ${/Expected \d+ arguments? but got \d+/.exec(message)?.[0] ?? ''}.`;
    case 'commander.invalidArgument':
      return `${/(?:option|argument) '[^']*'/.exec(message.replace(/value '.*' is invalid for /s, ''))?.[0] ?? 'An argument'} is invalid. ${
        /Allowed choices are [^.]*\./.exec(message)?.[0] ?? ''
      }`;
    default:
      return `${message.replace(/^error: /, '')}.`;
  }
}
