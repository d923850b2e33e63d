import { type CallToolResult, type Implementation, SERVER_INFO_META_KEY } from '@modelcontextprotocol/server';
import { createPlainRequests, type McpRequest } from './plain-request.ts';

/** The tools of one caller. */
interface DirectTools {
  /** The members of the result of `tools/list` but for those that every result has, as JSON without its braces; or undefined. */
  list(): string | undefined;
  /** Undefined when there is no such tool for this caller. */
  call(name: string, given: Record<string, unknown> | undefined): Promise<CallToolResult> | undefined;
}

/** Gives the body of the answer to a request, with status 200 and as JSON; undefined for what is left to the SDK. */
export type DirectAnswers = (request: McpRequest, tools: DirectTools) => Promise<string> | undefined;

/**
 * A narrow path beside the SDK's, for the two requests that make up nearly all traffic: it parses each thing once. What it answers is,
 * to the byte, what an SDK server of the same name would; whatever it does not know in every detail it does not answer.
 */
export function createDirectAnswers(info: Implementation): DirectAnswers {
  const recognise = createPlainRequests();
  const serverMeta = { [SERVER_INFO_META_KEY]: info };
  const serverMetaJson = JSON.stringify(serverMeta);

  const complete = ({ content, structuredContent, isError, _meta: meta }: CallToolResult) =>
    meta === undefined
      ? { content, structuredContent, isError, resultType: 'complete', _meta: serverMeta }
      : { _meta: { ...meta, ...serverMeta }, content, structuredContent, isError, resultType: 'complete' };

  return (request, tools) => {
    const plain = recognise(request);
    if (plain === undefined) return undefined;
    const { id } = plain;
    if (plain.method === 'tools/list') {
      const members = tools.list();
      if (members === undefined) return undefined;
      const result = `{${members},"_meta":${serverMetaJson}}`;
      return Promise.resolve(`{"result":${result},"jsonrpc":"2.0","id":${JSON.stringify(id)}}`);
    }
    return tools
      .call(plain.name, plain.given)
      ?.then((result) => JSON.stringify({ result: complete(result), jsonrpc: '2.0', id }));
  };
}
