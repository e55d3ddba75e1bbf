import { expect, test } from 'vitest';
import { isPublicAddress, openAddresses } from '../../src/collect/addresses.ts';
import { makeFetch } from '../../src/collect/request.ts';

test.each([
  ...['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946'].map(
    (address) => [address, true] as const,
  ),
  ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'].map(
    (address) => [address, false] as const,
  ),
  ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1'].map(
    (address) => [address, false] as const,
  ),
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'lake.test', ''].map(
    (address) => [address, false] as const,
  ),
])('%s is public: %s', (address, expected) => expect(isPublicAddress(address)).toBe(expected));

const known = async (host: string) =>
  ({ 'out.test': ['8.8.8.8'], 'in.test': ['192.168.0.7'], 'both.test': ['8.8.8.8', '127.0.0.1'] })[host]?.map((address) => ({
    address,
    family: 4,
  })) ?? [];

test.each([
  ['out.test', [], true],
  ['in.test', [], false],
  ['in.test', ['in.test'], true],
  ['in.test', ['out.test'], false],
  ['both.test', [], false],
  ['127.0.0.1', [], false],
  ['[::1]', [], false],
  ['127.0.0.1', ['127.0.0.1'], true],
] as const)('%s may be asked where %j are allowed by name: %s', async (host, names, isOpen) => {
  const asked = openAddresses(host, { allowed: new Set<string>(names), resolve: known });
  if (isOpen) expect(await asked).not.toEqual([]);
  else await expect(asked).rejects.toThrow(/not an address of the public internet/);
});

test.each([
  'http://127.0.0.1:9/',
  'http://2130706433:9/',
  'http://0x7f.1:9/',
  'http://[::ffff:7f00:1]:9/',
  'http://localhost:9/',
  'ftp://out.test/',
])('no request goes to %s', async (address) =>
  expect(await makeFetch({ allowed: new Set() })(new URL(address), {})).toHaveProperty('failure'),
);

test('a name is asked for once: what it means afterwards does not matter', async () => {
  let times = 0;
  const resolve = async () => [{ address: times++ === 0 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
  await makeFetch({ allowed: new Set(['turn.test']), resolve, limits: { idle: 50, whole: 100, bytes: 10 } })(
    new URL('http://turn.test:9/'),
    {},
  );
  expect(times).toBe(1);
});
