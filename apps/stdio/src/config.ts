import type { VoxolibContract } from '@voxolib/client';
import { readVariables, voxolibCredentials, voxolibVariables } from '@voxolib/client/environment';
import { isAccessToken } from '@voxolib/token';
import { z } from 'zod';

/** Every variable that the stdio server reads. */
export const Environment = z.object({ ...voxolibCredentials, ...voxolibVariables });

export type Credential = { token: string } | { publicKey: string; secretKey: string };

export interface Config {
  /** Absent only when the sandbox lends one. */
  credential: Credential | undefined;
  voxolib: { baseUrl: string; contract: VoxolibContract };
  minutesOffered: boolean;
}

/** Everything that is wrong with a configuration, each line beginning with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The one reader of the environment.
 * @throws ConfigError that names every mistake at once, and repeats no value.
 */
export function readConfig(line: { sandbox: boolean }, env: Readonly<Record<string, string | undefined>>): Config {
  const { variables, problems } = readVariables(Environment, env);
  if (variables === undefined) throw new ConfigError(problems.join('\n'));
  const credential = line.sandbox ? undefined : credentialOf(variables, problems);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const contract = variables.VOXOLIB_API_CONTRACT;
  return {
    credential,
    voxolib: { baseUrl: variables.VOXOLIB_API_URL ?? contract.base_url, contract },
    minutesOffered: variables.VOXOLIB_ADMIN,
  };
}

function credentialOf(variables: z.output<typeof Environment>, problems: string[]): Credential | undefined {
  const {
    VOXOLIB_ACCESS_TOKEN: token,
    VOXOLIB_API_PUBLIC_KEY: publicKey,
    VOXOLIB_CLIENT_SECRET_KEY: secretKey,
  } = variables;
  if (token !== undefined) {
    if (!isAccessToken(token.trim())) {
      problems.push('VOXOLIB_ACCESS_TOKEN: is not an access token, which is the public key, a dot and 64 hex digits');
    }
    return { token: token.trim() };
  }
  if (publicKey !== undefined && secretKey !== undefined) return { publicKey, secretKey };
  if (publicKey !== undefined) problems.push('VOXOLIB_CLIENT_SECRET_KEY: is missing beside VOXOLIB_API_PUBLIC_KEY');
  else if (secretKey !== undefined)
    problems.push('VOXOLIB_API_PUBLIC_KEY: is missing beside VOXOLIB_CLIENT_SECRET_KEY');
  else {
    problems.push(
      'VOXOLIB_ACCESS_TOKEN: must be set, or VOXOLIB_API_PUBLIC_KEY and VOXOLIB_CLIENT_SECRET_KEY. To try without an account, use --sandbox',
    );
  }
  return undefined;
}
