import type { OperationOptions } from '@voxolib/telephony';
import type { TicketFilter } from '@voxolib/telephony/contact-centre';
import type { Context } from '../context.ts';
import { saying } from '../lists/read-page.ts';

const LOOKED_AT = 100;

/**
 * Adds a warning to an answer without tickets when a custom field that was asked for is in none of the newest tickets: Daktela
 * answers a key that does not exist with nothing.
 */
export async function aboutUnknownFields<
  Answer extends { total?: number | undefined; warnings?: string[] | undefined },
>(
  answer: Answer,
  { client }: Context,
  { custom_fields = {} }: TicketFilter,
  options: OperationOptions,
): Promise<Answer> {
  const asked = Object.keys(custom_fields);
  if (answer.total !== 0 || asked.length === 0) return answer;
  const sort = [{ field: 'created', dir: 'desc' }] as const;
  const { rows } = await client.list('tickets', { fields: ['customFields'], sort, take: LOOKED_AT }, options);
  const known = new Set(rows.flatMap(({ customFields }) => keysOf(customFields)));
  const unknown = asked.filter((key) => !known.has(key));
  const has = known.size === 0 ? 'They have none.' : `They have: ${[...known].sort().join(', ')}.`;
  const warnings = unknown.map((key) => `None of the newest ${rows.length} tickets has a custom field ${key}. ${has}`);
  return { ...answer, ...saying(answer.warnings ?? [], warnings) };
}

/** Those without a value too. */
function keysOf(fields: unknown): string[] {
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? Object.keys(fields) : [];
}
