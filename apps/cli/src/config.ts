import { readVariables, voxolibCredentials, voxolibVariables } from '@voxolib/client/environment';
import { daktelaCredentials, daktelaVariables } from '@voxolib/daktela/environment';
import { TelephonyError } from '@voxolib/telephony';
import { voipmsCredentials, voipmsVariables } from '@voxolib/voipms/environment';
import { z } from 'zod';

const { VOXOLIB_API_URL, VOXOLIB_API_CONTRACT, VOXOLIB_STATUS_FAMILIES } = voxolibVariables;
const { DAKTELA_ALLOWED_HOSTS, DAKTELA_TRUSTED_ORIGINS } = daktelaVariables;

/** Every variable that the command line reads. */
export const Environment = z.object({
  ...voxolibCredentials,
  VOXOLIB_API_URL,
  VOXOLIB_API_CONTRACT,
  VOXOLIB_STATUS_FAMILIES,
  ...voipmsCredentials,
  ...voipmsVariables,
  ...daktelaCredentials,
  DAKTELA_ALLOWED_HOSTS,
  DAKTELA_TRUSTED_ORIGINS,
});
export type Variables = z.output<typeof Environment> & { readonly env: Env };

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The one reader of the environment.
 * @throws CONFIGURATION that names every mistake at once, and repeats no value.
 */
export function readConfig(env: Env): Variables {
  const { variables, problems } = readVariables(Environment, env);
  if (variables === undefined || problems.length > 0) throw configurationError(problems);
  return { ...variables, env };
}

/** Mistakes of a configuration as one error, a line each. */
export function configurationError(problems: readonly string[]): TelephonyError {
  const lines = problems.map((problem) => `  ${problem}`);
  return new TelephonyError('CONFIGURATION', ['The configuration does not fit:', ...lines].join('\n'));
}
