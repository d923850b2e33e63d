import { isTelephonyError } from '@voxolib/telephony';
import type { ReferenceKind } from '@voxolib/telephony/contact-centre';
import type { CompletionSource } from '../completion.ts';
import { plain } from '../text.ts';

/** So many are read; what is typed is looked for among them. */
const MOST = 250;

const titlesOf =
  (kind: ReferenceKind): CompletionSource =>
  async ({ caller: { connections, scopes }, signal }) => {
    if (connections.daktela === undefined || !scopes.has('mcp.contactcenter.read')) return [];
    try {
      const { records } = await connections.daktela.contactCentre.reference.list(kind, {}, { take: MOST }, { signal });
      return [...new Set(records.map(({ title }) => plain(title)))];
    } catch (error) {
      // Whoever cannot be shown a choice can still type.
      if (isTelephonyError(error)) return [];
      throw error;
    }
  };

export const agents = titlesOf('agents');
export const queues = titlesOf('queues');
export const ticketCategories = titlesOf('ticket_categories');
export const ticketStatuses = titlesOf('statuses');
