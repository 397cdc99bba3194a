import { FAMILY_BITS, formatIpAddress, type IpAddress, networkOf, parseIpAddress } from "@/lib/request/ip-address";

/** A block of addresses: all that share the first `prefixBits` of `network`. */
export interface Cidr {
  network: IpAddress;
  prefixBits: number;
}

const MAPPED_BITS = 96;

/**
 * Reads `192.0.2.0/24`, `2001:db8::/32` or a single address. Bits after the prefix are dropped. A block of IPv4 written
 * as IPv6 (`::ffff:192.0.2.0/120`) becomes a block of IPv4. Returns null if the text is not a block.
 */
export function parseCidr(text: string): Cidr | null {
  const [addressText = "", prefixText, ...more] = text.split("/");
  const address = parseIpAddress(addressText);
  if (!address || more.length > 0) return null;
  if (prefixText === undefined) return { network: address, prefixBits: FAMILY_BITS[address.family] };
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText)) return null;
  const isMapped = address.family === 4 && addressText.includes(":");
  const prefixBits = Number(prefixText) - (isMapped ? MAPPED_BITS : 0);
  if (prefixBits < 0 || prefixBits > FAMILY_BITS[address.family]) return null;
  return { network: networkOf(address, prefixBits), prefixBits };
}

export function formatCidr({ network, prefixBits }: Cidr): string {
  return `${formatIpAddress(network)}/${prefixBits}`;
}

/** Whether an address is in one of the blocks. An address that cannot be read is in none. */
export function isInCidrs(addressText: string | null, cidrs: readonly string[]): boolean {
  const address = addressText === null ? null : parseIpAddress(addressText);
  if (!address) return false;
  return cidrs.some((text) => {
    const cidr = parseCidr(text);
    if (!cidr || cidr.network.family !== address.family) return false;
    return networkOf(address, cidr.prefixBits).bits === cidr.network.bits;
  });
}
