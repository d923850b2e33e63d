/** One argument of a tool, taken from its JSON Schema. */
export interface Argument {
  name: string;
  required: boolean;
  description: string | undefined;
  /** As JSON, when there is one. */
  default: string | undefined;
  type: ArgumentType;
}

/** `choice` has the values that are allowed, as JSON; `list` the type of its members. */
export type ArgumentType =
  | { kind: 'date' | 'text' | 'integer' | 'number' | 'boolean' | 'object' | 'any' }
  | { kind: 'choice'; values: string[] }
  | { kind: 'list'; of: ArgumentType };

const simpleKinds = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  object: 'object',
} as const;

/** The arguments of a tool in the order of its schema. */
export function argumentsOf(inputSchema: Readonly<Record<string, unknown>>): Argument[] {
  const required = Array.isArray(inputSchema.required) ? inputSchema.required : [];
  return Object.entries(asRecord(inputSchema.properties)).map(([name, property]) => {
    const schema = asRecord(property);
    return {
      name,
      required: required.includes(name) && schema.default === undefined,
      description: typeof schema.description === 'string' ? schema.description : undefined,
      default: schema.default === undefined ? undefined : plain(schema.default),
      type: typeOf(schema),
    };
  });
}

function typeOf(schema: Record<string, unknown>): ArgumentType {
  if (Array.isArray(schema.enum)) return { kind: 'choice', values: schema.enum.map(plain) };
  if (schema.const !== undefined) return { kind: 'choice', values: [plain(schema.const)] };
  if (schema.type === 'array') return { kind: 'list', of: typeOf(asRecord(schema.items)) };
  if (schema.format === 'date' || schema.pattern === '^\\d{4}-\\d{2}-\\d{2}$') return { kind: 'date' };
  const simple = Object.entries(simpleKinds).find(([type]) => type === schema.type);
  return { kind: simple?.[1] ?? 'any' };
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
