import { createRequire } from 'node:module';

/**
 * Loaded into a server before its program: documents of clients, which are fetched from public hosts alone, come from
 * the test instead. Everything before and after the connection stays as it is.
 */
const access = createRequire(new URL('../../../../../packages/access/package.json', import.meta.url));
const undici: { fetch(url: string, options: object): Promise<Response> } = access('undici');
// biome-ignore lint/style/noProcessEnv: what a test tells the process that it starts
const documents = process.env.CLIENT_DOCUMENTS ?? '';
const { fetch } = undici;
undici.fetch = (url, options) => fetch(`${documents}${new URL(url).pathname}`, { ...options, dispatcher: undefined });
