import { BlockList, isIP } from 'node:net';

/** Every block that is not the public internet: this host, private and shared nets, link-local, multicast, tests, reserved. */
const IPV4: Array<[string, number]> = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of IPv6 only the global part is public, and in that not what carries or stands for other addresses. */
const IPV6_GLOBAL: [string, number] = ['2000::', 3];
const IPV6_NOT_PUBLIC: Array<[string, number]> = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [net, prefix] of IPV4) refused.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of IPV6_NOT_PUBLIC) refused.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet(...IPV6_GLOBAL, 'ipv6');

/** True for an address (as a resolver writes it) that lies on the public internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !refused.check(address, 'ipv4');
    case 6:
      // Mapped and translated IPv4 (::ffff:…, 64:ff9b::…) is outside of the global block, and so refused as a whole.
      return global.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * The address as a URL that may be asked for: https, the usual port, no name and password. Other ways to write an IP
 * address (decimal, octal, hexadecimal) become the usual one here, before anything looks at it.
 */
export function parseLink(text: string, protocols: readonly string[] = ['https:']): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!protocols.includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url;
}

/** The host without the brackets of an IPv6 address. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
