import type { z } from 'zod';

/** Every problem that a schema found, each with the path of its field. `whole` names what was checked. */
export function problemsOf(error: z.ZodError, whole: string): string[] {
  return error.issues.flatMap((issue) => {
    const place = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return [`${place || whole}: ${issue.message}`];
    return issue.keys.map((key) => `${place ? `${place}.` : ''}${key}: is not known`);
  });
}
