import { stripVTControlCharacters, styleText } from 'node:util';

type Output = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

export interface Streams {
  env: Readonly<Record<string, string | undefined>>;
  input: NodeJS.ReadableStream & { isTTY?: boolean };
  output: Output;
  messages: Output;
}

/** Where a command prints, and asks. */
export interface Terminal extends Streams {
  /** How many characters fit on a line of the output. */
  width: number;
  /** Writes an answer. */
  print(text: string): void;
  /** Writes a line for people, beside the answer. */
  say(line: string): void;
  /** The text in a colour, where the output is a terminal that has them. */
  paint(style: 'bold' | 'dim' | 'cyan' | 'yellow' | 'red' | 'green', text: string): string;
  /** The text without what could move the cursor or colour a terminal: vendors' texts are strangers' texts. */
  plain(text: string): string;
}

const WIDTH = 100;

export function createTerminal(streams: Streams): Terminal {
  const { env, output, messages } = streams;
  const coloured = hasColours(output, env);
  return {
    ...streams,
    width: output.columns ?? WIDTH,
    print: (text) => void output.write(text),
    say: (line) => void messages.write(`${plainText(line)}\n`),
    paint: (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text),
    plain: plainText,
  };
}

/** Colour only on a terminal, and never where NO_COLOR says no (https://no-color.org). */
function hasColours(output: Output, env: Streams['env']): boolean {
  return output.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}

// What is left of control characters after the escape sequences, and the marks that turn the direction of text.
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

function plainText(text: string): string {
  return stripVTControlCharacters(text).replaceAll(CONTROL, ' ');
}
