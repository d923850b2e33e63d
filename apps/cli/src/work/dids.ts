import { voxolib } from '@voxolib/client/provider';
import { voxolibAccount } from '../accounts/voxolib-account.ts';
import type { Work } from '../command-context.ts';
import { notesOn } from './notes.ts';

export const countDids: Work = async (context) => {
  const { numbers } = voxolib(await voxolibAccount(context));
  const count = await numbers.count({ signal: context.signal });
  const { total, active, suspended, other } = count;
  return {
    data: count,
    title: 'Inbound numbers',
    tables: [{ headings: ['total', 'active', 'suspended', 'other'], rows: [[total, active, suspended, other]] }],
    ...notesOn(count),
  };
};
