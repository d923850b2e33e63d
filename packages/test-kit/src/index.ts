export { connect, type Era, eras, type Person, speaking } from './connect.ts';
export { failuresOf } from './failures.ts';
export { FAKE_NOW, fakeAccount } from './fake-account.ts';
export { type AskedOperation, fakeDaktela } from './fake-daktela/account.ts';
export { HOSTILE } from './fake-daktela/records.ts';
export { fakeVoipms, HOSTILE_PHRASE } from './fake-voipms/account.ts';
export { describeProvider, type ProviderUnderTest } from './provider-suite.ts';
export { runReadmeExample } from './readme-example.ts';
