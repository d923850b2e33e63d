import { embeddedKeys } from '../../src/keys/embedded-keys.ts';
import { done, ready, report } from './child.ts';

/** Makes or reads the keys of a folder, and reports which one it was given. */
export interface MakeKeys {
  readonly dataDir: string;
}

const { dataDir } = await ready<MakeKeys>();
const { current } = await embeddedKeys(dataDir);
await report(`${current.id} ${current.subkey('fingerprint').toString('hex')}`);
done();
