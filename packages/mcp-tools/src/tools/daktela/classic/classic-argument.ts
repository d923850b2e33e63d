import { z } from 'zod';

type Given = Readonly<Record<string, unknown>>;

/** An argument as a classic name takes it, and what becomes of it. */
export interface ClassicArgument {
  schema: z.ZodType;
  /** The arguments of the tool that say the same as a value of this one. */
  to(value: never): Given;
}

/** An argument that says one thing to the tool. */
export function argument<Schema extends z.ZodType>(
  schema: Schema,
  to: (value: Exclude<z.output<Schema>, undefined>) => Given,
): ClassicArgument {
  return { schema, to };
}

/** One of these words, in capitals or not, each with what the tool calls it. */
export function oneOf<const Words extends Readonly<Record<string, string>>>(
  name: string,
  words: Words,
  description: string,
  { list = false, standard }: { list?: boolean; standard?: string } = {},
): ClassicArgument {
  const known = new Map(Object.entries(words).map(([word, own]) => [word.toLowerCase(), own]));
  const wanted = `must be one of ${Object.keys(words).join(', ')}`;
  const word = z.string().refine((text) => known.has(text.toLowerCase()), wanted);
  const schema = (standard === undefined ? word.optional() : word.default(standard)).describe(
    `${description}: ${Object.keys(words).join(', ')}`,
  );
  return argument(schema, (text: string) => {
    const own = known.get(text.toLowerCase()) ?? text;
    return { [name]: list ? [own] : own };
  });
}
