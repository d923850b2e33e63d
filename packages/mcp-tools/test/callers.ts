import { fakeAccount } from '@voxolib/test-kit';
import { type Caller, createToolServer, type Scope, scopes, tools } from '../src/index.ts';

export const toolServer = createToolServer({ tools, info: { name: 'test', version: '0' } });

export function caller(
  options: { scopes?: readonly Scope[]; account?: ReturnType<typeof fakeAccount> | null } = {},
): Caller {
  const account = options.account === undefined ? fakeAccount() : options.account;
  return {
    subject: 'test',
    scopes: new Set(options.scopes ?? scopes),
    connections: account === null ? {} : { voxolib: account },
  };
}
