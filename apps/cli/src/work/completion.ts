import type { Work } from '../command-context.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { vocabulary } from '../completion/vocabulary.ts';
import { zshScript } from '../completion/zsh.ts';
import { exitCodes } from '../exit-code.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

export const completion: Work = async ({ arguments: [shell], terminal }) => {
  const script = shell === 'zsh' || shell === 'fish' ? scripts[shell] : scripts.bash;
  terminal.print(script(vocabulary()));
  return exitCodes.ok;
};
