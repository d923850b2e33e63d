import type { CommandDefinition } from '../command-line/definition.ts';

export const completion: CommandDefinition = {
  name: 'completion',
  summary: 'Print a completion script for a shell',
  details:
    'bash: source <(voxolib completion bash). zsh: source <(voxolib completion zsh). ' +
    'fish: voxolib completion fish | source. The script has all words in it: pressing Tab starts no program.',
  arguments: [{ name: 'shell', summary: 'Whose script', required: true, choices: ['bash', 'zsh', 'fish'] }],
  examples: ['voxolib completion bash >> ~/.bashrc'],
  bare: true,
  load: async () => (await import('../work/completion.ts')).completion,
};
