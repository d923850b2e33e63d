import { FAKE_NOW, fakeAccount, fakeDaktela, fakeVoipms } from '@voxolib/test-kit';
import { type Caller, createGateway, createToolServer, type Scope, scopes, tools } from '../src/index.ts';

export const toolServer = createToolServer({ tools, info: { name: 'test', version: '0' } });

/** What the apps serve: tools, resources and prompts. */
export const gateway = createGateway({ version: '0' });

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

/** A caller at the moment at which the fake account lives. */
export function callerThen(options: Parameters<typeof caller>[0] = {}): Caller {
  return { ...caller(options), now: () => FAKE_NOW };
}

/** A caller whose account reports calls and no minutes, as some vendors' do. */
export function callerWithoutMinutes(): Caller {
  const { minutes: _, ...account } = fakeAccount();
  const who = callerThen({ account: null });
  Object.assign(who.connections, { voxolib: account });
  return who;
}

/** A caller with accounts of the two vendors of telephony. */
export function callerWithBoth(
  options: { scopes?: readonly Scope[]; voipms?: ReturnType<typeof fakeVoipms> } = {},
): Caller {
  const who = callerThen(options);
  return { ...who, connections: { ...who.connections, voipms: options.voipms ?? fakeVoipms() } };
}

/** A caller with an account of every vendor. */
export function callerWithAll(options: Parameters<typeof callerWithBoth>[0] = {}): Caller {
  const who = callerWithBoth(options);
  return { ...who, connections: { ...who.connections, daktela: fakeDaktela() } };
}

/** A caller with an instance of Daktela and no other account. */
export function callerOfDaktela(
  options: { scopes?: readonly Scope[]; daktela?: ReturnType<typeof fakeDaktela> } = {},
): Caller {
  return { ...callerThen({ ...options, account: null }), connections: { daktela: options.daktela ?? fakeDaktela() } };
}
