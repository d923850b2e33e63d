import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { TelephonyError } from '@voxolib/telephony';

/** Saves exported files in `folder`, which is made if need be. A file that is there already is left as it is. */
export function savesFilesIn(folder: string): (name: string, text: string) => Promise<string> {
  return async (name, text) => {
    const { name: stem, ext } = parse(name);
    try {
      await mkdir(folder, { recursive: true });
      for (let copy = 1; ; copy++) {
        const path = join(folder, copy === 1 ? `${stem}${ext}` : `${stem} (${copy})${ext}`);
        if (await writeNew(path, text)) return path;
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new TelephonyError(
        'CONFIGURATION',
        `The file cannot be saved in the folder of VOXOLIB_EXPORT_DIR (${code}).`,
      );
    }
  };
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
