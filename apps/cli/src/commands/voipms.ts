import type { CommandDefinition } from '../command-line/definition.ts';

export const voipms: CommandDefinition = {
  name: 'voipms',
  summary: 'Call any method of the VoIP.ms API',
  details:
    'A method that reads is called. One that changes something is shown and not sent, unless --yes is given; --dry-run shows any ' +
    'method and sends nothing, also beside --yes. Secrets in answers are removed. A parameter that is a secret is written name=- and ' +
    'asked for.\n\n' +
    'list lists the methods; help METHOD, or METHOD help, tells about one. cdr reads single calls: all statuses, the last seven days ' +
    'unless a period is given, with account=, type=incoming or outgoing, billing=free or billed, status=answered,noanswer,busy,failed.',
  arguments: [
    { name: 'method', summary: 'A method, or cdr, list or help', required: true },
    {
      name: 'parameters',
      summary: 'name=value; for some methods a word alone, as the group of getPhonebook',
      variadic: true,
    },
  ],
  options: [
    { flags: '--dry-run', summary: 'Show what would be sent, and send nothing' },
    { flags: '--yes', summary: 'Send also what changes something' },
    { flags: '--transport <way>', summary: 'How requests are sent', choices: ['post', 'get'], default: 'post' },
  ],
  examples: [
    'voxolib voipms getBalance',
    'voxolib voipms getPhonebook Spam',
    'voxolib voipms getPhonebookGroups 16389 --format json',
    'voxolib voipms cdr yesterday type=incoming --format csv > calls.csv',
    'voxolib voipms setPhonebook name=Robot number=5145550142 --dry-run',
    'voxolib voipms help sendSMS',
  ],
  load: async () => (await import('../work/voipms.ts')).voipms,
};
