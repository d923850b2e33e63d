import type { Tool } from '../tool.ts';
import { didCalls } from './voxolib/did-calls.ts';
import { dids } from './voxolib/dids.ts';
import { minutesReport } from './voxolib/minutes-report.ts';
import { wcbCalls } from './voxolib/wcb-calls.ts';

/** Every tool there is, in the order in which clients see them. */
export const tools: readonly Tool[] = [wcbCalls, didCalls, dids, minutesReport];
