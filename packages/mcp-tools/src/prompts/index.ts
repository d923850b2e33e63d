import type { Prompt } from '../prompt.ts';
import { anomalies } from './anomalies.ts';
import { minutesReport } from './minutes-report.ts';
import { monthlyComparison } from './monthly-comparison.ts';
import { weeklyReview } from './weekly-review.ts';

/** Every prompt there is, in the order in which clients see them. */
export const prompts: readonly Prompt[] = [weeklyReview, monthlyComparison, anomalies, minutesReport];
