import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a built program. `root` is the repository. */
export function builtProgram(root: string, app: 'apps/cli' | 'apps/http' | 'apps/stdio'): string {
  const path = join(root, app, 'dist/main.js');
  if (!existsSync(path)) throw new Error(`${app} is not built. Build first: npx -y pnpm@12.21.0 build`);
  return path;
}
