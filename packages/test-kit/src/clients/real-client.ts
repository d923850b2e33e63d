import { z } from 'zod';

/** Where a server is: at an address, or a program that the client starts. */
export type Target = { url: URL; headers: Record<string, string> } | StdioTarget;

export interface StdioTarget {
  command: string;
  args: string[];
  env: Record<string, string>;
}

/** An MCP client as others have written it, with what every test wants of one. */
export interface RealClient {
  /** The names of the tools that the server lists. */
  tools(): Promise<string[]>;
  /** Throws when the answer is an error, or when the client itself finds it wrong. */
  call(name: string, given: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

/** What a tool answered: the same facts twice. Files beside them are left out. */
export interface Answer {
  text: string;
  structured: unknown;
}

const CallResult = z.object({
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
  structuredContent: z.record(z.string(), z.unknown()),
  isError: z.literal(false).optional(),
});

export function answerOf(result: unknown): Answer {
  const { content, structuredContent } = CallResult.parse(result);
  const text = content
    .flatMap((part) => (part.type === 'text' && part.text !== undefined ? [part.text] : []))
    .join('\n');
  return { text, structured: structuredContent };
}
