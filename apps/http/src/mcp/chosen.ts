import { bothChoices, type Choice, readToolsets } from '@voxolib/mcp-tools';
import { isTelephonyError } from '@voxolib/telephony';
import type { FastifyRequest } from 'fastify';
import { REFUSED, RequestRefused } from './refusal.ts';

const TOOLSETS = 'X-MCP-Toolsets';
const READ_ONLY = 'X-MCP-Readonly';

/**
 * What a request asks to see of the tools, within what the deployment shows. A header stands in for `?toolsets=`, because it
 * is what a person sets for one client.
 * @throws RequestRefused: 400 that names what is wrong and what there is.
 */
export function chosenTools(request: FastifyRequest, deployment: Choice = {}): Choice {
  const header = request.headers[TOOLSETS.toLowerCase()];
  const { toolsets: query } = request.query as { toolsets?: string | string[] };
  const given = header ?? query;
  const text = request.headers[READ_ONLY.toLowerCase()];
  if (given === undefined && text === undefined) return deployment;
  const toolsets =
    given === undefined ? undefined : toolsetsIn(String(given), header === undefined ? 'toolsets' : TOOLSETS);
  return bothChoices(deployment, { toolsets, readOnly: text !== undefined && saysTrue(String(text)) });
}

function toolsetsIn(text: string, field: string): Choice['toolsets'] {
  try {
    return readToolsets(text, field);
  } catch (error) {
    throw isTelephonyError(error) ? new RequestRefused(400, REFUSED, error.message) : error;
  }
}

function saysTrue(text: string): boolean {
  const value = text.trim().toLowerCase();
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw new RequestRefused(400, REFUSED, `${READ_ONLY} must be true or false.`);
}
