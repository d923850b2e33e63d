import type { CompletedCommand } from './vocabulary.ts';

/** A script for bash 3.2 and newer, which needs no package of completions and evaluates nothing that was typed. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ names, choices }) => {
        const patterns = names.map((option) => `'${name} ${option}'`).join('|');
        return `    ${patterns}) words='${choices.join(' ')}' ;;`;
      }),
  );
  const words = commands.map(({ name, options, words: own }) => {
    const all = [...own, ...options.flatMap(({ names }) => names.filter((option) => option.startsWith('--')))];
    return `      ${name}) words='${all.join(' ')}' ;;`;
  });
  return `# bash completion for voxolib. In ~/.bashrc: source <(voxolib completion bash)
_voxolib() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} previous='' words=''
  if [ "$COMP_CWORD" -gt 0 ]; then previous=\${COMP_WORDS[COMP_CWORD-1]}; fi
  if [ "$COMP_CWORD" -le 1 ]; then
    words='${commands.map(({ name }) => name).join(' ')}'
  else
    case "$command $previous" in
${values.join('\n')}
    *) case "$command" in
${words.join('\n')}
      esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _voxolib voxolib
`;
}
