import type { Work } from '../command-context.ts';

/** What follows the name of a command. */
export interface ArgumentDefinition {
  name: string;
  summary: string;
  required?: boolean;
  /** Takes all that follow. */
  variadic?: boolean;
  choices?: readonly string[];
}

export interface OptionDefinition {
  /** As `--format <format>`, or `-f, --format <format>`. */
  flags: string;
  summary: string;
  choices?: readonly string[];
  default?: string;
}

/** A command: help, completion, documents and the parser are made of it. Its work is loaded when it is asked for. */
export interface CommandDefinition {
  name: string;
  /** One line. */
  summary: string;
  /** More, for its help. */
  details?: string;
  arguments?: readonly ArgumentDefinition[];
  options?: readonly OptionDefinition[];
  examples?: readonly string[];
  /** It has no answer to format, and asks no account. */
  bare?: true;
  load(): Promise<Work>;
}
