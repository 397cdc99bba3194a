import { networkOf, parseIpAddress } from "@/lib/request/ip-address";

/**
 * The largest networks of seven hosts where people rent machines and nobody sits. A small list on purpose: it is read at
 * each play, and it need not be complete, because it is one pattern of many. Sources, where they can be checked: Amazon
 * https://ip-ranges.amazonaws.com/ip-ranges.json, Google https://www.gstatic.com/ipranges/cloud.json, DigitalOcean
 * https://digitalocean.com/geo/google.csv, Linode https://geoip.linode.com/, Vultr https://geofeed.constant.com/, and for
 * Hetzner (AS24940) and OVH (AS16276) the RIPE database.
 */
const NETWORKS = {
  amazon: ["3.80.0.0/12", "18.204.0.0/14", "34.192.0.0/12", "34.224.0.0/12", "52.0.0.0/15", "54.224.0.0/15"],
  google: ["34.64.0.0/10", "35.184.0.0/13", "35.192.0.0/14", "104.196.0.0/14", "2600:1900::/28"],
  digitalocean: ["138.68.0.0/16", "159.65.0.0/16", "165.227.0.0/16", "167.99.0.0/16", "2604:a880::/32"],
  linode: ["45.33.0.0/17", "45.56.64.0/18", "139.162.0.0/16", "172.104.0.0/15", "2600:3c00::/28"],
  vultr: ["45.32.0.0/16", "45.63.0.0/17", "45.76.0.0/16", "108.61.0.0/16", "2001:19f0::/32"],
  hetzner: ["5.9.0.0/16", "88.198.0.0/16", "116.202.0.0/15", "136.243.0.0/16", "144.76.0.0/16", "2a01:4f8::/32"],
  ovh: ["51.68.0.0/16", "51.75.0.0/16", "137.74.0.0/16", "145.239.0.0/16", "147.135.0.0/16", "2001:41d0::/32"],
} as const;

/** Family, bits of the prefix and the network, as they are compared. */
const KNOWN = new Map<string, number>();
for (const list of Object.values(NETWORKS)) {
  for (const network of list) {
    const [address = "", bits = ""] = network.split("/");
    const parsed = parseIpAddress(address);
    if (!parsed) throw new Error(`${network} is no network`);
    KNOWN.set(keyOf(networkOf(parsed, Number(bits)), Number(bits)), Number(bits));
  }
}
const LENGTHS = [...new Set(KNOWN.values())];

function keyOf({ family, bits }: { family: number; bits: bigint }, prefixBits: number): string {
  return `${family}/${prefixBits}/${bits}`;
}

/** Whether somebody at this address is more likely a rented machine than a person. */
export function isInDataCentre(address: string | null): boolean {
  const parsed = address === null ? null : parseIpAddress(address);
  if (!parsed) return false;
  const fitting = parsed.family === 4 ? LENGTHS.filter((length) => length <= 32) : LENGTHS;
  return fitting.some((length) => KNOWN.has(keyOf(networkOf(parsed, length), length)));
}
