/** Which addresses a request may go to: those of the public internet, and those of hosts that are allowed by name. */
import { BlockList, isIP } from 'node:net';

/** IPv4 blocks of special purpose: IANA registry, RFC 6890; multicast and reserved ones too. */
const CLOSED_4: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only global unicast is open, but for documentation, tunnels that carry an IPv4 address within (Teredo, 6to4), and protocol assignments. */
const OPEN_6: readonly [address: string, prefix: number] = ['2000::', 3];
const CLOSED_6: readonly (readonly [address: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [address, prefix] of CLOSED_4) closed.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of CLOSED_6) closed.addSubnet(address, prefix, 'ipv6');
const open = new BlockList();
open.addSubnet(...OPEN_6, 'ipv6');

/** Whether an address, '192.0.2.1' or '2001:db8::1', is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** One address of a host. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Asks for all addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

/** Thrown where a host may not be asked. */
export class ClosedAddress extends Error {}

/**
 * The addresses of a host to connect to, each of them checked. One that is not public closes the host: a name that leads inside and outside is a trick.
 * The connection is made to what this gives, so that the name cannot mean something else by then (DNS rebinding).
 */
export async function openAddresses(
  host: string,
  { allowed, resolve }: { readonly allowed: ReadonlySet<string>; readonly resolve: Resolve },
): Promise<readonly Resolved[]> {
  const literal = host.replace(/^\[|\]$/g, '');
  const found = isIP(literal) === 0 ? await resolve(host) : [{ address: literal, family: isIP(literal) }];
  const inside = allowed.has(host.toLowerCase()) ? undefined : found.find(({ address }) => !isPublicAddress(address));
  if (inside !== undefined)
    throw new ClosedAddress(
      `${host} is at ${inside.address}, which is not an address of the public internet; --allow ${host} lets it be asked`,
    );
  return found;
}
