import type { ArgumentDefinition, CommandDefinition } from '../command-line/definition.ts';
import { vendors } from '../vendors.ts';

const vendor: ArgumentDefinition = { name: 'vendor', summary: 'Whose account', required: true, choices: vendors };

export const login: CommandDefinition = {
  name: 'login',
  summary: "Keep an account's credential in the key ring of this system",
  details:
    'It is asked for and not shown, or read as a line of standard input. A credential is looked for in the environment ' +
    '(VOXOLIB_ACCESS_TOKEN, or VOXOLIB_API_PUBLIC_KEY and VOXOLIB_CLIENT_SECRET_KEY; VOIPMS_API_USERNAME and VOIPMS_API_PASSWORD; DAKTELA_URL with DAKTELA_USERNAME and ' +
    'DAKTELA_PASSWORD, or with DAKTELA_ACCESS_TOKEN), then in the key ring; then, at a terminal, it is asked for. It is never an argument: every user of a machine can read the arguments of its programs.',
  arguments: [vendor],
  examples: ['voxolib login voxolib', 'voxolib login voipms', 'voxolib login daktela'],
  bare: true,
  load: async () => (await import('../work/login.ts')).login,
};

export const logout: CommandDefinition = {
  name: 'logout',
  summary: 'Forget the credential that login has kept',
  arguments: [vendor],
  bare: true,
  load: async () => (await import('../work/login.ts')).logout,
};
