import { addDaktela, type DaktelaSandbox } from './daktela/daktela.ts';
import { daktelaFaults } from './daktela/faults/daktela-faults.ts';
import type { FaultKind } from './faults/fault.ts';
import { createServer } from './http/server.ts';
import { voipmsFaults } from './voipms/faults/voipms-faults.ts';
import { addVoipms, VOIPMS_PATH, type VoipmsSandbox } from './voipms/voipms.ts';
import { voxolibFaults } from './voxolib/faults/voxolib-faults.ts';
import { addVoxolib, VOXOLIB_PREFIX, type VoxolibSandbox } from './voxolib/voxolib.ts';

export interface SandboxOptions {
  /** 0, which is also the default, takes a free one. */
  port?: number;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** Other words make other calls. */
  seed?: string;
  /** The clock at which the history ends. */
  now?: () => Date;
  /** The fault of every request that has no other, to the APIs that can have it. */
  fault?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:4010`. */
  url: string;
  /** `url` is the base of the API, and what `VOXOLIB_API_URL` is set to. */
  voxolib: VoxolibSandbox & { url: string };
  /** `url` is the one address of the API, up to `rest.php`. */
  voipms: VoipmsSandbox & { url: string };
  /** `url` is the address of the instance, below which the API is at `/api/v6`. */
  daktela: DaktelaSandbox & { url: string };
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
  const forVoipms = isOf(voipmsFaults, fault) ? fault : undefined;
  const forDaktela = isOf(daktelaFaults, fault) ? fault : undefined;
  const known = forVoipms !== undefined || forDaktela !== undefined;
  const forVoxolib = !known || isOf(voxolibFaults, fault) ? fault : undefined;
  const voxolib = await addVoxolib(server, { seed, now, fault: forVoxolib });
  const voipms = await addVoipms(server, { seed, now, fault: forVoipms });
  const daktela = await addDaktela(server, { seed, now, fault: forDaktela });
  const url = await server.listen({ port, host });
  return {
    url,
    voxolib: { ...voxolib, url: `${url}${VOXOLIB_PREFIX}` },
    voipms: { ...voipms, url: `${url}${VOIPMS_PATH}` },
    daktela: withUrl(daktela, url),
    close: () => server.close(),
  };
}

/** Its own properties stay live. */
function withUrl(daktela: DaktelaSandbox, url: string): DaktelaSandbox & { url: string } {
  return Object.defineProperties({ url }, Object.getOwnPropertyDescriptors(daktela)) as DaktelaSandbox & {
    url: string;
  };
}

/** Whether one of these faults is meant, however it is written. */
function isOf(kinds: readonly FaultKind<never>[], fault: string | undefined): boolean {
  const name = fault?.split(/[=;]/)[0]?.trim();
  return kinds.some((kind) => kind.name === name);
}
