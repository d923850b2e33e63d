import { addDays, DEFAULT_TIME_ZONE, dateIn } from '@voxolib/telephony';

/** What a person needs after the start: where it is, a token to try it with, and two lines to paste. */
export function banner(facts: {
  origin: string;
  token: string | undefined;
  sandboxUrl: string | undefined;
  apiUrl: string;
  keys: { publicKey: string; secretKey: string } | undefined;
  voipms: { username: string; apiPassword: string } | undefined;
  daktela: { url: string; username: string; password: string } | undefined;
  /** There is a page of the account. */
  account: boolean;
}): string {
  const { origin, token, sandboxUrl, apiUrl, keys, voipms, daktela, account } = facts;
  const bearer = token ?? '<access_token>';
  const call = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'voxolib_wcb_calls', arguments: lastSevenDays() },
  };
  return `
  Voxolib MCP server

  Endpoint   ${origin}/mcp
  Page       ${origin}/mcp/docs${account ? `\n  Account    ${origin}/account` : ''}
  Upstream   ${sandboxUrl === undefined ? apiUrl : `the sandbox, ${apiUrl}: made-up accounts, no real calls`}
  Token      ${token ?? 'your own: the page makes it of your two keys'}

  Ask a question now:

    curl -sS ${origin}/mcp \\
      -H 'Authorization: Bearer ${bearer}' \\
      -H 'Content-Type: application/json' \\
      -H 'Accept: application/json, text/event-stream' \\
      -d '${JSON.stringify(call)}'

  Connect Claude Code:

    claude mcp add --transport http voxolib-stats ${origin}/mcp --header "Authorization: Bearer ${bearer}"

  Or let a client sign in: give it the endpoint alone${
    keys === undefined
      ? ''
      : `, and type the demo account's keys
  ${keys.publicKey} and ${keys.secretKey}`
  }.${
    voipms === undefined
      ? ''
      : `

  A VoIP.ms account, alone or beside the token, comes in two headers:

    X-Voipms-Username: ${voipms.username}
    X-Voipms-Password: ${voipms.apiPassword}`
  }${
    daktela === undefined
      ? ''
      : `

  A Daktela account, alone or beside others, in three:

    X-Daktela-Url: ${daktela.url}
    X-Daktela-Username: ${daktela.username}
    X-Daktela-Password: ${daktela.password}`
  }

  Ctrl-C stops ${sandboxUrl === undefined ? 'the server' : 'the server and the sandbox'}.
`;
}

/** The seven days before today, in the default zone. */
function lastSevenDays(): { start_date: string; end_date: string } {
  const today = dateIn(DEFAULT_TIME_ZONE, new Date());
  return { start_date: addDays(today, -7), end_date: addDays(today, -1) };
}
