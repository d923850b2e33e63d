import type { Config } from './config.ts';

/** The origin under which clients reach this server: what is configured, or where it listens on this machine. */
export function publicUrlOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): URL {
  return publicUrl ?? new URL(`http://${hostInUrl(host)}:${port}`);
}

function hostInUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
