import { createServer } from './http/server.ts';
import { addVoxolib, VOXOLIB_PREFIX, type VoxolibSandbox } from './voxolib/voxolib.ts';

export interface SandboxOptions {
  /** 0, which is also the default, takes a free one. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** Other words make other calls. */
  seed?: string;
  /** The clock at which the three years of history end. */
  now?: () => Date;
  /** The fault of every request that has no other. */
  fault?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:4010`. */
  url: string;
  /** `url` is the base of the API, and what `VOXOLIB_API_URL` is set to. */
  voxolib: VoxolibSandbox & { url: string };
  /** Ends it, with every connection and everything that waits. */
  close(): Promise<void>;
}

/**
 * Starts the simulated APIs over HTTP.
 * @throws FaultError for a fault that does not exist, and what `listen` throws, such as EADDRINUSE.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', seed = 'sandbox', now = () => new Date(), fault } = options;
  const server = createServer();
  const voxolib = await addVoxolib(server, { seed, now, fault });
  const url = await server.listen({ port, host });
  return { url, voxolib: { ...voxolib, url: `${url}${VOXOLIB_PREFIX}` }, close: () => server.close() };
}
