import { z } from 'zod';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The address of an API that gets credentials: https, or http on this machine alone. */
export const BaseUrl = z.string().superRefine((text, context) => {
  const problem = baseUrlProblem(text);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

function baseUrlProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null) return 'is not an address such as https://api.example.com/v2';
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return 'must end with its path, without ? or #';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'must start with https://';
  return LOOPBACK.test(url.hostname) ? undefined : 'must start with https://; http is for this machine alone';
}
