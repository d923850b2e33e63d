import { embeddedKeys } from '../../src/keys/embedded-keys.ts';
import { done, ready, report } from './child.ts';

const { dataDir } = await ready<{ dataDir: string }>();
const { current } = await embeddedKeys(dataDir);
await report(`${current.id} ${current.subkey('fingerprint').toString('hex')}`);
done();
