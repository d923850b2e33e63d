import { ProtocolErrorCode } from '@modelcontextprotocol/server';
import { RequestRefused } from './refusal.ts';

/** Far deeper than any MCP message; validators recurse, so deeper ones must not reach them. */
const MAX_DEPTH = 64;

/**
 * Parses the body of an MCP request.
 * @throws RequestRefused (400) when it is not JSON, is nested too deep, or names `__proto__`.
 */
export function parseJsonBody(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) {
    throw new RequestRefused(
      400,
      ProtocolErrorCode.InvalidRequest,
      `The body is nested deeper than ${MAX_DEPTH} levels.`,
    );
  }
  try {
    return mayNameProto(text) ? JSON.parse(text, refuseProto) : JSON.parse(text);
  } catch (error) {
    if (error instanceof RequestRefused) throw error;
    throw new RequestRefused(400, ProtocolErrorCode.ParseError, 'The body is not valid JSON.');
  }
}

/** A reviver costs several times the parsing; the name can be there only when the text spells it, plainly or escaped. */
function mayNameProto(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u');
}

function refuseProto(key: string, value: unknown): unknown {
  if (key !== '__proto__') return value;
  throw new RequestRefused(400, ProtocolErrorCode.InvalidRequest, '"__proto__" is not accepted as a name.');
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) {
      inString = true;
    } else if (code === OPEN_ARRAY || code === OPEN_OBJECT) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) {
      depth--;
    }
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
