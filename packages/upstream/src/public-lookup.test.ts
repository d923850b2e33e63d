import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { isPublicAddress, publicLookup, type ResolveAll } from './public-lookup.ts';

const REFUSED = [
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
];

const resolvingTo =
  (...addresses: string[]): ResolveAll =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

it.each(REFUSED)('does not call %s public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('opens no connection to a host with one address that is not public', async () => {
  expect(isPublicAddress('93.184.215.14')).toBe(true);
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const attempt = (lookup?: ReturnType<typeof publicLookup>) =>
    new Promise<string>((resolve) => {
      const socket = connect({ host: 'localhost', port, ...(lookup && { lookup }) });
      socket.once('error', (error) => resolve(error.message));
      socket.once('close', () => resolve('closed'));
    });
  await attempt();
  expect(connections).toBe(1);
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    expect(await attempt(publicLookup(resolvingTo(...addresses)))).toMatch(/not public|no address/);
  }
  expect(connections).toBe(1);
});
