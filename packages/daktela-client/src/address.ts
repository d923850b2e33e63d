import ipaddr from 'ipaddr.js';
import { daktelaContract } from './contract.ts';

export interface AddressRules {
  allowedHosts: readonly string[];
  trustedOrigins: readonly string[];
}

/** Where an instance is: its origin, and whether private networks are allowed to it. */
export interface Address {
  origin: string;
  trusted: boolean;
}

const PLAIN = /^https?:\/\/[^/\\?#@\s\p{C}]+\/?$/iu;
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/;

/** The address of an instance, or what is wrong with it. Names of the private network are found out later, as they are looked up. */
export function readAddress(text: string, rules: AddressRules): Address | { problem: string } {
  const url = PLAIN.test(text) ? URL.parse(text) : null;
  if (url === null)
    return { problem: 'is not an address such as https://acme.daktela.com, without user, path or query' };
  const { origin, hostname, host } = url;
  if (rules.trustedOrigins.some((trusted) => URL.parse(trusted)?.origin === origin)) return { origin, trusted: true };
  if (url.protocol !== 'https:') return { problem: 'must start with https://' };
  if (ipaddr.isValid(hostname.replace(/^\[|\]$/g, ''))) return { problem: 'must have a host name, not an IP address' };
  if (rules.allowedHosts.includes(host)) return { origin, trusted: false };
  if (url.port !== '') return { problem: 'must not name a port, unless it is listed with its host' };
  if (HOST.test(hostname) && hostname.endsWith(`.${daktelaContract.domain.value}`)) return { origin, trusted: false };
  return { problem: `must be at *.${daktelaContract.domain.value}, or at a host that is listed as allowed` };
}

/** Whether a text can stand in the list of allowed hosts: a host name in small letters, perhaps with a port. */
export function isAllowedHost(text: string): boolean {
  const url = URL.parse(`https://${text}`);
  return url !== null && url.host === text && HOST.test(url.hostname);
}

/** Whether a text is an origin: `http://127.0.0.1:4010`, without a slash at its end. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}
