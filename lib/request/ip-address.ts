/** An IP address as a number of 32 or 128 bits. IPv4 inside IPv6 (`::ffff:192.0.2.1`) counts as IPv4. */
export interface IpAddress {
  family: 4 | 6;
  bits: bigint;
}

export const FAMILY_BITS = { 4: 32, 6: 128 } as const;

const MAPPED_PREFIX = 0xffffn;
const IPV4_MASK = 0xffff_ffffn;

/**
 * Returns null if the text is not an address. Accepts no zone (`%eth0`), port or brackets, and no leading zeros in
 * IPv4.
 */
export function parseIpAddress(text: string): IpAddress | null {
  const ipv4 = parseIpv4(text);
  if (ipv4 !== null) return { family: 4, bits: ipv4 };
  const ipv6 = parseIpv6(text);
  if (ipv6 === null) return null;
  return ipv6 >> 32n === MAPPED_PREFIX ? { family: 4, bits: ipv6 & IPV4_MASK } : { family: 6, bits: ipv6 };
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let bits = 0n;
  for (const part of parts) {
    // Some programs read "010" as eight, others as ten, so it is refused.
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

function parseIpv6(text: string): bigint | null {
  const halves = withHexTail(text)?.split("::");
  if (!halves || halves.length > 2) return null;
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = (head?.length ?? 0) + (tail?.length ?? 0);
  if (tail ? given > 7 : given !== 8) return null;
  const groups = [...(head ?? []), ...Array<string>(8 - given).fill("0"), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** `::ffff:192.0.2.1` → `::ffff:c000:201`. */
function withHexTail(text: string): string | null {
  if (!text.includes(".")) return text;
  const start = text.lastIndexOf(":") + 1;
  const ipv4 = parseIpv4(text.slice(start));
  if (start === 0 || ipv4 === null) return null;
  return `${text.slice(0, start)}${(ipv4 >> 16n).toString(16)}:${(ipv4 & 0xffffn).toString(16)}`;
}

/** The usual notation: dotted IPv4, or IPv6 with the longest run of zeros left out (RFC 5952). */
export function formatIpAddress({ family, bits }: IpAddress): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const run = longestZeroRun(groups);
  if (run.length < 2) return groups.join(":");
  return `${groups.slice(0, run.start).join(":")}::${groups.slice(run.start + run.length).join(":")}`;
}

function longestZeroRun(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== "0") start = index + 1;
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start };
  }
  return best;
}

/** The first `prefixBits` of an address. All other bits are zero. */
export function networkOf({ family, bits }: IpAddress, prefixBits: number): IpAddress {
  const hostBits = BigInt(FAMILY_BITS[family] - prefixBits);
  return { family, bits: (bits >> hostBits) << hostBits };
}

/** An IPv6 network of this size counts as one client: whoever has one of its addresses has them all. */
const IPV6_CLIENT_PREFIX_BITS = 64;

/** What a client is counted by: its IPv4 address, or its IPv6 network. Returns null for what is no address. */
export function clientNetwork(address: string | null): string | null {
  const parsed = address === null ? null : parseIpAddress(address);
  if (!parsed) return null;
  const network = networkOf(parsed, parsed.family === 6 ? IPV6_CLIENT_PREFIX_BITS : FAMILY_BITS[4]);
  return formatIpAddress(network);
}

/** Networks that nobody reaches from outside: this machine, private ones, and those of one link. */
const PRIVATE_NETWORKS: readonly [string, number][] = [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
];

export function isPrivateAddress(address: IpAddress): boolean {
  return PRIVATE_NETWORKS.some(([network, prefixBits]) => {
    const parsed = parseIpAddress(network);
    return parsed?.family === address.family && networkOf(address, prefixBits).bits === parsed.bits;
  });
}
