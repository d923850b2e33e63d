import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';
import { parseArguments } from '../../../arguments.ts';
import type { Scope } from '../../../scopes.ts';
import type { OtherName, Tool } from '../../../tool.ts';
import type { ClassicArgument } from './classic-argument.ts';

/** A classic name: which tool does it, and how its arguments are said to that tool. */
export interface ClassicName {
  name: string;
  title: string;
  /** The name of the tool. */
  tool: string;
  takes: Readonly<Record<string, ClassicArgument>>;
  /** What the tool is told in every call; it may depend on what the caller may see. */
  always?: Readonly<Record<string, unknown>> | ((scopes: ReadonlySet<Scope>) => Readonly<Record<string, unknown>>);
}

/** Makes the tool of a classic name. */
export function classicName({ name, title, tool, takes, always = {} }: ClassicName, tools: readonly Tool[]): OtherName {
  const target = tools.find((one) => one.name === tool);
  if (target === undefined) throw new Error(`${name} stands for ${tool}, which there is not`);
  const shape = Object.fromEntries(Object.entries(takes).map(([key, { schema }]) => [key, schema]));
  return {
    ...target,
    name,
    title,
    description: `${title}.\n\nUse it where this name is asked for. ${tool} does the same and more.`,
    input: z.strictObject(shape),
    standsFor: tool,
    listedWith: 'daktela.classic',
    async run(input, caller, context) {
      const given = Object.entries(input as Record<string, unknown>).filter(([, value]) => value !== undefined);
      const said = given.map(([key, value]) => [key, takes[key]?.to(value as never) ?? {}] as const);
      const fixed = typeof always === 'function' ? always(context.scopes) : always;
      const own = Object.assign({}, fixed, ...said.map(([, argument]) => argument));
      try {
        return await target.run(parseArguments(target, own), caller, context);
      } catch (error) {
        const [key] = said.find(([, argument]) => isTelephonyError(error) && (error.field ?? '') in argument) ?? [];
        throw key !== undefined && isTelephonyError(error) ? renamed(error, key) : error;
      }
    },
  };
}

/** The error, about the argument by the name that the caller gave it. */
function renamed(error: TelephonyError, field: string): TelephonyError {
  const { code, message, field: own = '', provider, detail, people } = error;
  const words = message.startsWith(own) ? `${field}${message.slice(own.length)}` : message;
  return new TelephonyError(code, words, { field, people, ...(provider && { provider }), ...(detail && { detail }) });
}
