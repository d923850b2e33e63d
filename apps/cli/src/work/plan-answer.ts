import type { DryRun } from '@voxolib/voipms';
import type { Answer } from '../answers/answer.ts';

/** What would be sent, as an answer. */
export function planAnswer(plan: DryRun, notes: readonly string[], wasTold: boolean): Answer {
  const rows = [['method', plan.method], ...Object.entries(plan.params)];
  const how = wasTold ? 'To send it, leave --dry-run out.' : 'To send it, add --yes.';
  const server = plan.testable ? [' With test=1, VoIP.ms itself checks it and does nothing.'] : [];
  return {
    data: { dry_run: true, ...plan },
    title: plan.changes
      ? 'This would be sent, and would change the account'
      : 'This would be sent, and changes nothing',
    tables: [{ headings: ['parameter', 'value'], rows }],
    notes: [...notes, ['Nothing was sent.', ...(plan.changes ? [how] : []), ...server].join(' ')],
  };
}
