import type { ObservationWords } from './words.ts';

export const words: ObservationWords = {
  checks: {
    reach: 'Public address',
    arrival: 'Proxy',
    challenge: 'Endpoint',
    authorization: 'Authorization header',
    metadata: 'Sign-in metadata',
    clients: '{name}',
    origins: 'Origins',
    hosts: 'Hosts',
    stream: 'Streams',
    redirects: 'Redirects',
    clock: 'Clock',
  },
  found: {
    reached: { found: '{origin} answers, version {version}.' },
    'name-unknown': {
      found: 'The host name of {origin} is not known here ({reason}).',
      advice: 'Check PUBLIC_URL, and the DNS of this name.',
    },
    'nothing-listens': {
      found: 'Nothing listens at {origin} ({reason}).',
      advice: 'Start the server and its proxy, and check the host and port in PUBLIC_URL.',
    },
    'certificate-refused': {
      found: 'The certificate of {origin} is not accepted ({reason}).',
      advice: 'Give the proxy a certificate for this name that clients trust, with its whole chain.',
    },
    unreachable: {
      found: '{origin} does not answer ({reason}).',
      advice: 'Check PUBLIC_URL, and whether a firewall is in the way.',
    },
    'proxy-finds-no-server': {
      found: 'A proxy answers at {origin}, with status {status}: it finds no server behind it.',
      advice: 'Start the server, and point the proxy at its HOST and PORT.',
    },
    'another-server': {
      found: '{origin}/healthz is not from this server (status {status}).',
      advice: 'Check PUBLIC_URL, and where the proxy sends this name; it must pass every path on.',
    },
    arrives: { found: 'A request arrives as {scheme}://{host}, from {address}.' },
    'arrives-unseen': {
      found: '/connect/request does not answer (status {status}), so that how requests arrive cannot be seen.',
      advice: 'Let the proxy pass every path on, /connect too.',
    },
    'host-refused': {
      found: 'A request arrives for the host {host}, which the server does not accept.',
      advice:
        'Set PUBLIC_URL={origin} for the server, and let the proxy pass the name on (nginx: proxy_set_header Host $host), or add the name to ALLOWED_HOSTS.',
    },
    'proxy-not-trusted': {
      found: 'A proxy at {address} says for whom it speaks, and is not believed: every caller has its address.',
      advice: 'Set TRUST_PROXY={address}, or the range of your proxies, so that limits and networks count callers.',
    },
    'proxy-says-nothing': {
      found: 'A proxy takes https and does not say for whom it speaks: every caller has the address {address}.',
      advice: 'Let the proxy send X-Forwarded-For and X-Forwarded-Proto, and name it in TRUST_PROXY.',
    },
    'scheme-lost': {
      found: 'A request by https arrives as http: the proxy does not pass the scheme on.',
      advice: 'Let the proxy send X-Forwarded-Proto (nginx: proxy_set_header X-Forwarded-Proto $scheme).',
    },
    'asks-to-sign-in': { found: 'Without a token it says where to sign in.' },
    'asks-for-a-token': { found: 'Without a token it asks for one. Sign-in is not offered.' },
    'sign-in-missing': {
      found: 'Sign-in is switched on here, and the running server does not offer it.',
      advice: 'Start the server anew with ACCESS=true, or check that PUBLIC_URL is this deployment.',
    },
    'endpoint-missing': {
      found: '/mcp is not there (status {status}).',
      advice: 'Let the proxy pass /mcp on, without changing the path.',
    },
    'endpoint-moved': {
      found: '/mcp leads elsewhere (status {status}, {location}): clients do not follow with their token.',
      advice: 'Let the proxy answer at /mcp itself, without a redirect.',
    },
    'endpoint-forbidden': {
      found: '/mcp refuses a client without an Origin (status {status}).',
      advice: 'Look for a rule of the proxy or of a firewall that blocks programs; AI clients are no browsers.',
    },
    'endpoint-limited': {
      found:
        'Too much has been asked of /mcp from this address, so that nothing more can be seen of it (status {status}).',
      advice: 'Try again in a minute, or from another address.',
    },
    'endpoint-open': {
      found: '/mcp answers without a token (status {status}).',
      advice: 'Remove the token that the proxy adds, or the page that it serves there.',
    },
    'endpoint-unexpected': {
      found: '/mcp answers with status {status} in the place of 401.',
      advice: 'Send a POST past the proxy to see which of the two answers so; 0 means that nothing came in time.',
    },
    'challenge-stripped': {
      found: 'The refusal of /mcp arrives without WWW-Authenticate, so that clients do not find the sign-in.',
      advice: 'Let the proxy pass WWW-Authenticate on in answers.',
    },
    'address-differs': {
      found: '{where} names {found}, which is not of {expected}.',
      advice: 'Set PUBLIC_URL={expected} for the running server, and start it anew.',
    },
    'address-insecure': {
      found: '{where} names {found}: http, although clients come by https.',
      advice: 'Set PUBLIC_URL={expected} for the running server, and start it anew; clients refuse such a sign-in.',
    },
    'authorization-arrives': { found: 'It arrives.' },
    'authorization-stripped': {
      found: 'It does not arrive: a token is answered as if there were none (status {status}).',
      advice:
        'Let the proxy pass Authorization on (Apache: CGIPassAuth On; nginx: no proxy_set_header Authorization ""), and ask for no password of its own.',
    },
    'metadata-right': { found: 'All addresses answer, and agree with the public address.' },
    'metadata-missing': {
      found: '{where}: not there (status {status}).',
      advice: 'Let the proxy pass /.well-known/ on to the server; only acme-challenge may stay with the proxy.',
    },
    'metadata-unreadable': {
      found: '{where}: no JSON.',
      advice: 'Let the proxy pass /.well-known/ on to the server in the place of a page of its own.',
    },
    'client-fits': { found: 'It finds the sign-in and can make itself known.' },
    'client-lost': {
      found: 'It does not find the sign-in.',
    },
    'client-unknown': {
      found: 'It finds the sign-in, and no way to make itself known.',
      advice: 'The metadata must name registration_endpoint and client_id_metadata_document_supported.',
    },
    'origins-right': { found: 'Those of the known clients are let in, a stranger is not.' },
    'origin-refused': {
      found: '{name} sends {origin}, and is refused (status {status}).',
      advice: 'Add {origin} to ALLOWED_ORIGINS, or remove the rule of the proxy that refuses it.',
    },
    'origin-open': {
      found: 'A page of a stranger gets as far as the endpoint (status {status} in the place of 403).',
      advice: 'Let the proxy pass Origin on as it came.',
    },
    'hosts-right': { found: 'A request for another host is not answered as one for this.' },
    'host-open': {
      found: 'A request for another host is answered as one for this.',
      advice: 'Let the proxy pass Host on as it came, and serve only the names that it has.',
    },
    'stream-flows': { found: 'They come piece by piece.' },
    'stream-held': {
      found: 'They come only when they end: something holds them back.',
      advice: 'Switch buffering off for /mcp (nginx: proxy_buffering off; Caddy: flush_interval -1).',
    },
    'stream-missing': {
      found: '/connect/stream does not answer as it should (status {status}), so that streams cannot be judged.',
      advice: 'Let the proxy pass every path on, /connect too.',
    },
    'redirects-right': { found: 'Every known client may be sent back to where it wants.' },
    'redirect-refused': {
      found: '{name} could not be sent back to where it wants.',
      advice: 'Run the same version of the server everywhere: this one accepts it.',
    },
    'registration-limited': {
      found: 'The registration has been asked too often from this address to be looked at.',
      advice: 'Try again in an hour.',
    },
    'registration-missing': {
      found: 'The registration does not answer as it should (status {status}).',
      advice: 'Let the proxy pass POST /oauth/register on to the server.',
    },
    'clock-right': { found: 'That of the server and this one agree to {seconds} s.' },
    'clock-unknown': { found: 'The server does not say what time it is there.' },
    'clock-off': {
      found: 'That of the server and this one differ by {seconds} s.',
      advice: 'Set both by NTP: tokens end by the clock.',
    },
  },
};
