import type { CompletedCommand } from './vocabulary.ts';

/** A script for zsh, to be sourced or put on the path of functions as `_voxolib`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, summary }) => `      ${quoted(`${name}:${summary.replaceAll(':', '\\:')}`)}`);
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ names, choices }) => {
        const patterns = names.map((option) => `'${name} ${option}'`).join('|');
        return `    ${patterns}) ${choices.length > 0 ? `compadd -- ${choices.join(' ')}` : '_files'}; return ;;`;
      }),
  );
  const words = commands.map(({ name, options, words: own }) => {
    const all = [...own, ...options.flatMap(({ names }) => names.filter((option) => option.startsWith('--')))];
    return all.length > 0 ? `    ${name}) compadd -- ${all.join(' ')} ;;` : `    ${name}) ;;`;
  });
  return `#compdef voxolib
# zsh completion for voxolib. In ~/.zshrc, after compinit: source <(voxolib completion zsh)
_voxolib() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(
${described.join('\n')}
    )
    _describe command commands
    return
  fi
  case "$words[2] $words[CURRENT-1]" in
${values.join('\n')}
  esac
  case "$words[2]" in
${words.join('\n')}
  esac
}
if [ "$funcstack[1]" = _voxolib ]; then _voxolib "$@"; else compdef _voxolib voxolib; fi
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
