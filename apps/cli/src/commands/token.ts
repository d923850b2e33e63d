import type { CommandDefinition } from '../command-line/definition.ts';

export const token: CommandDefinition = {
  name: 'token',
  summary: 'Make the access token of a Voxolib account from its two keys',
  details:
    'The keys are read from VOXOLIB_API_PUBLIC_KEY and VOXOLIB_CLIENT_SECRET_KEY; one that is missing there is asked for, or read as a ' +
    'line of standard input: first the public one. The token alone is printed.',
  bare: true,
  load: async () => (await import('../work/token.ts')).token,
};
