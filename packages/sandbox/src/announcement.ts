import type { Sandbox } from './sandbox.ts';

/** What the program says once it runs: the addresses, and every account with what opens it. */
export function announcement({ voxolib, voipms, daktela }: Sandbox): string {
  const accounts = Object.values(voxolib.accounts);
  const table = columns([
    ['Account', 'Public key', 'Secret key', 'What it is'],
    ...accounts.map(({ id, publicKey, secretKey, title }) => [id, publicKey, secretKey, title]),
  ]);
  const tokens = columns(accounts.map(({ id, token }) => [id, token]));
  const { token } = voxolib.accounts.demo;
  const lines = columns([
    ['Account', 'API user name', 'API password', 'What it is'],
    ...Object.values(voipms.accounts).map(({ id, username, apiPassword, title }) => [id, username, apiPassword, title]),
  ]);
  const { username, apiPassword } = voipms.accounts.demo;
  const users = columns([
    ['Account', 'User name', 'Password', 'What it is'],
    ...Object.values(daktela.accounts).map(({ id, username, password, title }) => [id, username, password, title]),
  ]);
  const userTokens = columns(Object.values(daktela.accounts).map(({ id, accessToken }) => [id, accessToken]));
  return `The sandbox is running. Its keys open nothing anywhere else.

VOXOLIB_API_URL=${voxolib.url}

${table}

Access tokens
${tokens}

curl -H 'Authorization: Bearer ${token}' '${voxolib.url}/reports/dids'

VoIP.ms
VOIPMS_API_URL=${voipms.url}

${lines}

curl -F api_username=${username} -F api_password=${apiPassword} -F method=getBalance '${voipms.url}'

Daktela
DAKTELA_URL=${daktela.url}

${users}

Static tokens
${userTokens}

curl -H 'X-AUTH-TOKEN: ${daktela.accounts.demo.accessToken}' '${daktela.url}/api/v6/tickets.json?take=1&fields=name,title'

Ctrl-C ends it.
`;
}

function columns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
