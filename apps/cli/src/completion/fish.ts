import type { CompletedCommand } from './vocabulary.ts';

/** A script for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, words }) => {
    const seen = `complete -c voxolib -n '__fish_seen_subcommand_from ${name}'`;
    const first = `complete -c voxolib -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`;
    const own = words.length > 0 ? [`${seen} -f -a '${words.join(' ')}'`] : [];
    const switches = options.map(({ names, takesValue, choices, summary: about }) => {
      const flags = names.map((option) =>
        option.startsWith('--') ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`,
      );
      const value = choices.length > 0 ? ` -x -a '${choices.join(' ')}'` : takesValue ? ' -r' : '';
      return `${seen} ${flags.join(' ')}${value} -d ${quoted(about)}`;
    });
    return [first, ...own, ...switches];
  });
  return `# fish completion for voxolib: voxolib completion fish > ~/.config/fish/completions/voxolib.fish
${lines.join('\n')}
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
