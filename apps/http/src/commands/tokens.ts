import { text } from 'node:stream/consumers';
import { createStaticTokens } from '@voxolib/access';
import { judgeToken } from '@voxolib/client/provider';
import { fingerprint, isAccessToken } from '@voxolib/token';
import { gatewayScopes } from '../access/gateway-scopes.ts';
import { type AccessConfig, openStore } from '../access/store.ts';
import type { Config } from '../config.ts';
import { ConfigError } from '../config-error.ts';

export interface TokenOptions {
  name?: string | undefined;
  scope?: string | undefined;
  tier?: string | undefined;
  days?: string | undefined;
}

/** Makes a static token for the account whose access token comes on stdin, and prints it, once. */
export async function createToken(
  config: Config & { access: AccessConfig },
  options: TokenOptions,
  input: AsyncIterable<Uint8Array>,
  print: (line: string) => void,
): Promise<0 | 1> {
  const credential = (await text(input)).trim();
  if (!isAccessToken(credential)) {
    throw new ConfigError('stdin: must hold the account\u2019s Voxolib access token, and nothing else');
  }
  if ((await judgeToken({ ...config.voxolib, token: credential })) === 'refused') {
    print('Voxolib does not accept this access token. No token was made.');
    return 1;
  }
  const days = Number(options.days ?? 90);
  return withTokens<0 | 1>(config.access, async (tokens) => {
    const { text: made, token } = await tokens.create({
      account: `voxolib:${await fingerprint(credential)}`,
      name: options.name ?? 'Made on the command line',
      scopes: (options.scope ?? 'mcp.stats.read mcp.inventory.read').split(/[\s,]+/).filter(Boolean),
      tier: options.tier ?? 'automate',
      expiresAt: Date.now() + days * 86_400_000,
      credential,
    });
    print(made);
    print(
      `Shown once. ${token.scopes.join(' ')}, tier ${token.tier}, until ${new Date(token.expiresAt).toISOString()}.`,
    );
    print(`To end it: voxolib-mcp-http token revoke ${token.account} ${token.id}`);
    return 0;
  });
}

/** Ends a static token at once, in all processes. */
export async function revokeToken(
  config: AccessConfig,
  account: string,
  id: string,
  print: (line: string) => void,
): Promise<0 | 1> {
  return withTokens<0 | 1>(config, async (tokens) => {
    const ended = await tokens.revoke(account, id);
    print(ended ? 'The token has ended.' : 'This account has no such token that could be ended.');
    return ended ? 0 : 1;
  });
}

async function withTokens<Result>(
  config: AccessConfig,
  work: (tokens: ReturnType<typeof createStaticTokens>) => Promise<Result>,
): Promise<Result> {
  const { storage, keys, close } = await openStore(config);
  const tokens = createStaticTokens({ storage, keys, scopes: gatewayScopes });
  try {
    return await work(tokens);
  } finally {
    await tokens.close();
    await close();
  }
}
