import { createSliceLimit, type SliceLimit } from '@voxolib/telephony/reports';
import type { CallContext } from '../../tool.ts';

/** What all reading for one answer shares: how much is asked for at once, and how far the work has come. */
export interface Reading {
  limit: SliceLimit;
  /** A part of the work, whose progress is told together with that of the others. */
  part(): (done: number, total: number) => void;
}

export function createReading({ progress }: Pick<CallContext, 'progress'>): Reading {
  const parts: { done: number; total: number }[] = [];
  return {
    limit: createSliceLimit(),
    part() {
      const own = { done: 0, total: 1 };
      parts.push(own);
      return (done, total) => {
        Object.assign(own, { done, total });
        const sum = (key: keyof typeof own) => parts.reduce((all, part) => all + part[key], 0);
        progress(sum('done'), sum('total'));
      };
    },
  };
}
