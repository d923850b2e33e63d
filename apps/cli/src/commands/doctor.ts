import type { CommandDefinition } from '../command-line/definition.ts';
import { vendors } from '../vendors.ts';

export const doctor: CommandDefinition = {
  name: 'doctor',
  summary: 'Say what works between this machine and an account, and what to do about what does not',
  details:
    'Without a vendor: of each account that has a credential. For VoIP.ms it names the IP address that VoIP.ms sees, and says whether it is allowed.',
  arguments: [{ name: 'vendor', summary: 'Whose account', choices: vendors }],
  options: [
    { flags: '--contract', summary: "Also compare Voxolib's replies with what this program expects, field by field" },
  ],
  examples: ['voxolib doctor', 'voxolib doctor voipms', 'voxolib doctor daktela'],
  load: async () => (await import('../work/doctor.ts')).doctor,
};
