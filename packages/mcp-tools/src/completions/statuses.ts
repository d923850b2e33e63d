import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import type { CompletionSource } from '../completion.ts';

/** The statuses of the caller's table of families. Others may occur: the set is open. */
export const statuses: CompletionSource = ({ caller }) => Object.keys(caller.families ?? defaultStatusFamilies);
