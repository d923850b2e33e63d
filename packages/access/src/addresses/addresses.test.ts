import { BlockList } from 'node:net';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressGroup } from './address-group.ts';
import { parseNetwork } from './network.ts';

const range = fc.oneof(
  fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }), fc.constant('ipv4' as const)),
  fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 }), fc.constant('ipv6' as const)),
);

it('knows which addresses are in a range, as Node does', () => {
  fc.assert(
    fc.property(range, fc.ipV4(), fc.ipV6(), fc.integer({ min: 0, max: 127 }), ([base, bits, family], v4, v6, flip) => {
      const network = parseNetwork(`${base}/${bits}`);
      const list = new BlockList();
      list.addSubnet(base, bits, family);
      expect(network.includes(base)).toBe(true);
      expect(network.includes(family === 'ipv4' ? v4 : v6)).toBe(list.check(family === 'ipv4' ? v4 : v6, family));
      expect(parseNetwork(network.text).text).toBe(network.text);
      if (family === 'ipv4') {
        const near = base.split('.').map((octet, i) => (i === flip >> 5 ? Number(octet) ^ (1 << (flip & 7)) : octet));
        expect(network.includes(near.join('.'))).toBe(list.check(near.join('.'), 'ipv4'));
        expect(network.includes(`::ffff:${near.join('.')}`)).toBe(list.check(near.join('.'), 'ipv4'));
      }
    }),
  );
});

it('takes an address for a range of one, and a wrapped IPv4 range for what it is', () => {
  expect(parseNetwork(' 203.0.113.9 ').text).toBe('203.0.113.9/32');
  expect(parseNetwork('2001:DB8:0::1').text).toBe('2001:db8::1/128');
  expect(parseNetwork('::ffff:203.0.113.9/120').text).toBe('203.0.113.0/24');
});

it.each([
  '',
  '/',
  '10.0.0.1/33',
  '::/129',
  '010.0.0.1',
  '127.1',
  '0x7f000001',
  '2130706433',
  '10.0.0.1/',
  '10.0.0.1/8/8',
])('refuses %j, and shows it', (text) => {
  const shown = expect.objectContaining({ code: 'INVALID_INPUT', field: 'networks' });
  expect(() => parseNetwork(text, 'networks')).toThrow(shown);
  expect(() => parseNetwork(text)).toThrow(JSON.stringify(text));
});

it.each(['::ffff:10.0.0.0/95', 'fe80::1%eth0/64', '10.0.0.1/-1', '10.0.0.1/1e1', 'localhost'])('refuses %j', (text) => {
  expect(() => parseNetwork(text)).toThrow('neither an address nor a range');
});

it('includes no text that is not an address', () => {
  const everything = [parseNetwork('0.0.0.0/0'), parseNetwork('::/0')];
  for (const text of ['', 'localhost', '010.0.0.1', '10.0.0.1, 10.0.0.2', '10.0.0.1:80', '[::1]']) {
    for (const network of everything) expect(network.includes(text)).toBe(false);
  }
});

it('counts a household as one: an IPv4 address, a /64 of IPv6', () => {
  expect(addressGroup('203.0.113.9')).toBe('203.0.113.9');
  expect(addressGroup('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(addressGroup('2001:db8:1:2::1')).toBe('2001:db8:1:2::/64');
  expect(addressGroup('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64');
  expect(addressGroup('fe80::1%eth0')).toBe('fe80::/64');
  expect(addressGroup('nonsense')).toBe('unknown');
});
