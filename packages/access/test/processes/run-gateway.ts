import { embeddedKeys } from '../../src/keys/embedded-keys.ts';
import type { AuthorizationServerOptions } from '../../src/oauth/authorization-server.ts';
import { openStorage, type StorageOptions } from '../../src/storage/storage.ts';
import { startGateway } from '../oauth/gateway.ts';
import { ready, report } from './child.ts';

/** A gateway that runs until it is killed. Keeps its keys in `keysDir`. */
export interface RunGateway {
  readonly options: StorageOptions;
  readonly keysDir: string;
  readonly port: number;
  readonly lifetimes: AuthorizationServerOptions['lifetimes'];
}

const { options, keysDir, port, lifetimes } = await ready<RunGateway>();
await startGateway(await openStorage(options), {
  keys: await embeddedKeys(keysDir),
  port,
  ...(lifetimes && { lifetimes }),
});
await report('listening');
