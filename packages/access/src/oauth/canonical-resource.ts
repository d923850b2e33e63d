/**
 * The resource that a client means, in the one form that tokens are made for: clients send it with a trailing slash, in
 * capitals, or only its origin. Anything else stays as it is, and is refused as a target that we do not have.
 */
export function canonicalResource(asked: string, resource: string): string {
  if (asked === '') return resource;
  const url = URL.parse(asked);
  if (!url || asked.includes('#') || url.search !== '' || url.username !== '' || url.password !== '') return asked;
  const ours = new URL(resource);
  const path = url.pathname.replace(/\/+$/, '');
  const known = url.origin === ours.origin && (path === '' || path === ours.pathname.replace(/\/+$/, ''));
  return known ? resource : asked;
}
