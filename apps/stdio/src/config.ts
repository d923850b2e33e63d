import type { VoxolibContract } from '@voxolib/client';
import { readVariables, voxolibCredentials, voxolibVariables } from '@voxolib/client/environment';
import type { StatusFamilies } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { type Credential, readCredential } from './credential.ts';

/** Every variable that the stdio server reads. */
export const Environment = z.object({
  ...voxolibCredentials,
  ...voxolibVariables,
  VOXOLIB_EXPORT_DIR: z
    .string()
    .optional()
    .describe('Folder that export_calls saves files in; without it they come in the answer'),
});

export interface Config {
  /** Absent only when the sandbox lends one. */
  credential: Credential | undefined;
  voxolib: { baseUrl: string; contract: VoxolibContract; fetch?: typeof globalThis.fetch };
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
  const credential = line.sandbox ? undefined : await readCredential(env, problems);
  if (variables === undefined || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const contract = variables.VOXOLIB_API_CONTRACT;
  return {
    credential,
    voxolib: { baseUrl: variables.VOXOLIB_API_URL ?? contract.base_url, contract },
    minutesOffered: variables.VOXOLIB_ADMIN,
    families: variables.VOXOLIB_STATUS_FAMILIES,
    exportFolder: variables.VOXOLIB_EXPORT_DIR,
  };
}
