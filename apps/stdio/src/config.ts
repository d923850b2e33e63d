import type { VoxolibContract } from '@voxolib/client';
import {
  type Credential,
  readCredential,
  readVariables,
  voxolibCredentials,
  voxolibVariables,
} from '@voxolib/client/environment';
import type { DaktelaCredential, DaktelaSettings } from '@voxolib/daktela';
import {
  daktelaCredentials,
  daktelaSettings,
  daktelaVariables,
  readDaktelaCredential,
} from '@voxolib/daktela/environment';
import type { StatusFamilies } from '@voxolib/telephony/reports';
import type { VoipmsCredential } from '@voxolib/voipms';
import { readVoipmsCredential, voipmsCredentials, voipmsVariables } from '@voxolib/voipms/environment';
import { z } from 'zod';

/** Every variable that the stdio server reads. */
export const Environment = z.object({
  MCP_TRANSPORT: z
    .literal(
      'stdio',
      'must be stdio, which is what this program serves; over streamable-http it is the image of the Dockerfile, or: npx -y @voxolib/mcp-http',
    )
    .default('stdio')
    .describe('stdio, and nothing else: `npx -y @voxolib/mcp-http` is the program for streamable-http'),
  ...voxolibCredentials,
  ...voxolibVariables,
  ...voipmsCredentials,
  ...voipmsVariables,
  ...daktelaCredentials,
  ...daktelaVariables,
  VOXOLIB_EXPORT_DIR: z
    .string()
    .optional()
    .describe('Folder that export_calls saves files in; without it they come in the answer'),
});

/** What opens a person's accounts. */
export interface Credentials {
  voxolib: Credential | undefined;
  voipms: VoipmsCredential | undefined;
  daktela: DaktelaCredential | undefined;
}

export interface Config {
  /** At least one of them, unless the sandbox lends them. */
  credentials: Credentials;
  voxolib: { baseUrl: string; contract: VoxolibContract; fetch?: typeof globalThis.fetch };
  voipms: { baseUrl?: string; fetch?: typeof globalThis.fetch };
  daktela: DaktelaSettings;
  /** Personal data is masked in all answers. */
  privacy: boolean;
  minutesOffered: boolean;
  families: StatusFamilies;
  exportFolder: string | undefined;
}

/** Everything that is wrong with a configuration, each line beginning with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The one reader of the environment.
 * @throws ConfigError that names every mistake at once, and repeats no value.
 */
export async function readConfig(
  line: { sandbox: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  const { variables, problems } = readVariables(Environment, env);
  const credentials = line.sandbox ? NO_CREDENTIALS : await readCredentials(env, problems);
  if (variables === undefined || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const contract = variables.VOXOLIB_API_CONTRACT;
  return {
    credentials,
    voxolib: { baseUrl: variables.VOXOLIB_API_URL ?? contract.base_url, contract },
    voipms: variables.VOIPMS_API_URL === undefined ? {} : { baseUrl: variables.VOIPMS_API_URL },
    daktela: daktelaSettings(variables),
    privacy: variables.DAKTELA_PRIVACY,
    minutesOffered: variables.VOXOLIB_ADMIN,
    families: variables.VOXOLIB_STATUS_FAMILIES,
    exportFolder: variables.VOXOLIB_EXPORT_DIR,
  };
}

const NO_CREDENTIALS: Credentials = { voxolib: undefined, voipms: undefined, daktela: undefined };

/** Whoever has an account of one vendor needs no other. */
async function readCredentials(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): Promise<Credentials> {
  const before = problems.length;
  const voipms = readVoipmsCredential(env, problems);
  const daktela = readDaktelaCredential(env, problems);
  const hasOther = voipms !== undefined || daktela !== undefined || problems.length > before;
  const ofVoxolib = Object.keys(voxolibCredentials).some((name) => (env[name] ?? '') !== '');
  return { voipms, daktela, voxolib: hasOther && !ofVoxolib ? undefined : await readCredential(env, problems) };
}
