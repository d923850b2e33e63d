import type { Prompt } from '../prompt.ts';
import { agentDailySummary } from './agent-daily-summary.ts';
import { anomalies } from './anomalies.ts';
import { callTranscriptReview } from './call-transcript-review.ts';
import { emailAudit } from './email-audit.ts';
import { minutesReport } from './minutes-report.ts';
import { monthlyComparison } from './monthly-comparison.ts';
import { pipelineReview } from './pipeline-review.ts';
import { weeklyReview } from './weekly-review.ts';

/** Every prompt there is, in the order in which clients see them. */
export const prompts: readonly Prompt[] = [
  weeklyReview,
  monthlyComparison,
  anomalies,
  minutesReport,
  emailAudit,
  callTranscriptReview,
  pipelineReview,
  agentDailySummary,
];
