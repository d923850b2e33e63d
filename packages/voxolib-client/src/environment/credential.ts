import { AccessTokenError, createAccessToken, isAccessToken } from '@voxolib/token';

/** An account's credential, in one of its two forms. */
export type Credential = { token: string } | { publicKey: string; secretKey: string };

const TOKEN = 'VOXOLIB_ACCESS_TOKEN';
const PUBLIC_KEY = 'VOXOLIB_API_PUBLIC_KEY';
const SECRET_KEY = 'VOXOLIB_CLIENT_SECRET_KEY';

/** The account's credential, by its form. What is wrong is added to `problems`, which repeat no value. */
export async function readCredential(
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): Promise<Credential | undefined> {
  const { [TOKEN]: token = '', [PUBLIC_KEY]: publicKey = '', [SECRET_KEY]: secretKey = '' } = env;
  if (token !== '') {
    if (publicKey !== '' || secretKey !== '') {
      problems.push(
        `${TOKEN}: is set beside ${publicKey === '' ? SECRET_KEY : PUBLIC_KEY}; give the token or the keys`,
      );
    }
    if (!isAccessToken(token.trim())) {
      problems.push(`${TOKEN}: is not an access token, which is the public key, a dot and 64 hex digits`);
    }
    return { token: token.trim() };
  }
  if (publicKey === '' && secretKey === '') {
    const ways = `must be set, or ${PUBLIC_KEY} and ${SECRET_KEY}. To try without an account, use --sandbox`;
    problems.push(`${TOKEN}: ${ways}`);
  } else if (publicKey === '') problems.push(`${PUBLIC_KEY}: is missing beside ${SECRET_KEY}`);
  else if (secretKey === '') problems.push(`${SECRET_KEY}: is missing beside ${PUBLIC_KEY}`);
  else problems.push(...(await problemsOfKeys({ publicKey, secretKey })));
  return { publicKey, secretKey };
}

async function problemsOfKeys(keys: { publicKey: string; secretKey: string }): Promise<string[]> {
  try {
    await createAccessToken(keys);
    return [];
  } catch (error) {
    if (!(error instanceof AccessTokenError)) throw error;
    return [`${error.field === 'secretKey' ? SECRET_KEY : PUBLIC_KEY}: cannot be right. ${error.message}`];
  }
}
