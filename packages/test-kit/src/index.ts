export { connect, type Era, eras, speaking } from './connect.ts';
export { FAKE_NOW, fakeAccount } from './fake-account.ts';
export { describeProvider, type ProviderUnderTest } from './provider-suite.ts';
export { runReadmeExample } from './readme-example.ts';
