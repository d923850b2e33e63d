import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/** The JSON Schema (2020-12) of a tool's input or output, without what costs tokens and tells a model nothing. */
export function jsonSchema(schema: z.ZodType): JsonSchema & { type: 'object' } {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    override: ({ jsonSchema: part }) => {
      if (part.type === 'integer') {
        if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
        if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      }
      if (part.propertyNames !== undefined) delete part.propertyNames;
      if (isEmpty(part.additionalProperties)) delete part.additionalProperties;
    },
  });
  if (rest.type !== 'object') throw new Error('A tool takes and returns objects');
  return { ...JSON.parse(JSON.stringify(rest), oneTypeEach), type: 'object' };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Clients that map schemas onto a dialect of single types, such as Gemini's, refuse `"type": ["number", "null"]`. */
function oneTypeEach(_: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null) return part;
  const { type: types, ...rest }: { type?: unknown } = part;
  return Array.isArray(types) ? { ...rest, anyOf: types.map((type: unknown) => ({ type })) } : part;
}
