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

/** What a tool answered: the same facts twice. */
export interface Answer {
  text: string;
  structured: unknown;
}

const CallResult = z.object({
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()),
  isError: z.literal(false).optional(),
});

export function answerOf(result: unknown): Answer {
  const { content, structuredContent } = CallResult.parse(result);
  return { text: content.map((part) => part.text).join('\n'), structured: structuredContent };
}
