import { BaseUrl } from '@voxolib/upstream';
import { z } from 'zod';
import type { VoipmsCredential } from '../credential.ts';

const USERNAME = 'VOIPMS_API_USERNAME';
const PASSWORD = 'VOIPMS_API_PASSWORD';

/** The variables that say which VoIP.ms API a program talks to. */
export const voipmsVariables = {
  VOIPMS_API_URL: BaseUrl.optional().describe("Address of the VoIP.ms API, where it is not VoIP.ms's own"),
};

/** The variables that hold an account's credential, for programs that serve one person. */
export const voipmsCredentials = {
  VOIPMS_API_USERNAME: z.string().optional().describe('The e-mail address of the VoIP.ms portal login'),
  VOIPMS_API_PASSWORD: z
    .string()
    .optional()
    .describe("The API password, set on the portal's API page; not the password of the portal"),
};

/** The credential, or undefined without one. What is wrong is added to `problems`, which repeat no value. */
export function readVoipmsCredential(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): VoipmsCredential | undefined {
  const { [USERNAME]: username = '', [PASSWORD]: password = '' } = env;
  if (username === '' && password === '') return undefined;
  if (username === '') problems.push(`${USERNAME}: is missing beside ${PASSWORD}`);
  if (password === '') problems.push(`${PASSWORD}: is missing beside ${USERNAME}`);
  return { username, password };
}
