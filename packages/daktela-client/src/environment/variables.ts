import { z } from 'zod';
import { readAddress } from '../address.ts';
import { AllowedHost, type DaktelaSettings, TrustedOrigin } from '../options.ts';
import type { DaktelaCredential } from '../session/credential.ts';

const URL_NAME = 'DAKTELA_URL';
const USERNAME = 'DAKTELA_USERNAME';
const PASSWORD = 'DAKTELA_PASSWORD';
const ACCESS_TOKEN = 'DAKTELA_ACCESS_TOKEN';

const list = (part: z.ZodType<string>, message: string) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    )
    .refine((words) => words.every((word) => part.safeParse(word).success), message);
const flag = (byDefault: 'true' | 'false') =>
  z
    .enum(['true', 'false'], 'must be true or false')
    .default(byDefault)
    .transform((text) => text === 'true');

/** The variables that say which Daktela instances a program talks to, and what it keeps and shows of them. */
export const daktelaVariables = {
  DAKTELA_ALLOWED_HOSTS: list(
    AllowedHost,
    'must be hosts such as crm.example.com, perhaps with a port, separated by commas',
  ).describe('Hosts beside *.daktela.com where Daktela instances are, separated by commas; credentials are sent there'),
  DAKTELA_TRUSTED_ORIGINS: list(
    TrustedOrigin,
    'must be origins such as http://127.0.0.1:4010, separated by commas',
  ).describe(
    'Origins of instances that are called as they stand, without https and in private networks too, separated by commas',
  ),
  DAKTELA_PRIVACY: flag('false').describe(
    'true gives the customers of a contact centre stand-ins in every answer: names, numbers and addresses are masked, agents are not',
  ),
  CACHE_ENABLED: flag('true').describe("false keeps none of Daktela's lists of queues, users, statuses and alike"),
  CACHE_TTL_SECONDS: z
    .string()
    .regex(/^\d{1,5}$/, 'must be seconds, 1 to 86400')
    .default('3600')
    .transform(Number)
    .refine((seconds) => seconds >= 1 && seconds <= 86_400, 'must be seconds, 1 to 86400')
    .describe('How long those lists are kept, apart for each credential, in seconds'),
};

/** The variables that hold an account's credential, for programs that serve one person. */
export const daktelaCredentials = {
  DAKTELA_URL: z.string().optional().describe('Address of your Daktela, such as https://acme.daktela.com'),
  DAKTELA_USERNAME: z.string().optional().describe('The username that you log in to Daktela with'),
  DAKTELA_PASSWORD: z.string().optional().describe('Its password'),
  DAKTELA_ACCESS_TOKEN: z
    .string()
    .optional()
    .describe("In place of both: an API token, made for your user in Daktela's administration"),
};

type Env = Readonly<Record<string, string | undefined>>;
const Rules = z.object({
  DAKTELA_ALLOWED_HOSTS: daktelaVariables.DAKTELA_ALLOWED_HOSTS,
  DAKTELA_TRUSTED_ORIGINS: daktelaVariables.DAKTELA_TRUSTED_ORIGINS,
});
const Variables = z.object(daktelaVariables);

/** The settings of a client that the variables say. */
export function daktelaSettings(
  variables: Omit<z.output<typeof Variables>, 'DAKTELA_PRIVACY'>,
): Required<Pick<DaktelaSettings, 'allowedHosts' | 'trustedOrigins' | 'cache'>> {
  return {
    allowedHosts: variables.DAKTELA_ALLOWED_HOSTS,
    trustedOrigins: variables.DAKTELA_TRUSTED_ORIGINS,
    cache: variables.CACHE_ENABLED && { ttlMs: variables.CACHE_TTL_SECONDS * 1000 },
  };
}

/**
 * The credential, or undefined without one; username and password come before a token. What is wrong is added to `problems`, which repeat
 * no value.
 */
export function readDaktelaCredential(env: Env, problems: string[]): DaktelaCredential | undefined {
  const { [URL_NAME]: given = '', [USERNAME]: username = '', [PASSWORD]: password = '' } = env;
  const { [ACCESS_TOKEN]: accessToken = '' } = env;
  const beside = Object.entries({ [USERNAME]: username, [PASSWORD]: password, [ACCESS_TOKEN]: accessToken });
  const named = beside.find(([, value]) => value !== '')?.[0];
  if (given === '' && named === undefined) return undefined;
  if (given === '') problems.push(`${URL_NAME}: is missing beside ${named}`);
  else if (named === undefined) {
    problems.push(`${URL_NAME}: needs ${USERNAME} and ${PASSWORD}, or ${ACCESS_TOKEN}`);
  }
  if (username !== '' && password === '') problems.push(`${PASSWORD}: is missing beside ${USERNAME}`);
  if (username === '' && password !== '') problems.push(`${USERNAME}: is missing beside ${PASSWORD}`);
  const url = given === '' ? given : originOf(given, env, problems);
  return username === '' && password === '' ? { url, accessToken } : { url, username, password };
}

function originOf(given: string, env: Env, problems: string[]): string {
  const rules = Rules.safeParse(env).data;
  // What is wrong with the rules is told by whoever reads all variables.
  if (rules === undefined) return given;
  const address = readAddress(given, {
    allowedHosts: rules.DAKTELA_ALLOWED_HOSTS,
    trustedOrigins: rules.DAKTELA_TRUSTED_ORIGINS,
  });
  if ('origin' in address) return address.origin;
  problems.push(`${URL_NAME}: ${address.problem}`);
  return given;
}
