import { formatCamelot, formatKey } from "@/lib/music/notation";

/** A facet of documents: `tag`, `type`, `key` or `instrument`, with its value. */
export interface Facet {
  name: string;
  value: string;
}

/** How often a facet occurs in a region, and in the whole library. */
export interface FacetCount extends Facet {
  inside: number;
  overall: number;
}

/** At least so many of a region have what it is named by, and so many times as often as elsewhere. */
const SHARE_MIN = 0.4;
const RATIO_MIN = 1.4;

const KINDS: Record<string, string> = { "one-shot": "One-shots", loop: "Loops", track: "Tracks" };
const KEYS = new Map(
  (["major", "minor"] as const).flatMap((mode) =>
    Array.from({ length: 12 }, (_, tonic) => [formatCamelot({ tonic, mode }), formatKey({ tonic, mode })] as const),
  ),
);

/**
 * What a region is: what most of it has, and has clearly more often than the rest of the library. Null if there is no
 * such thing. `points` are those of the region, of `total` in the library.
 */
export function nameOf(counts: readonly FacetCount[], points: number, total: number): string | null {
  let best: { facet: Facet; score: number } | null = null;
  for (const { inside, overall, ...facet } of counts) {
    const share = inside / points;
    // With one added to either, a rare thing that happens to be here once says nothing.
    const elsewhere = (Math.max(0, overall - inside) + 1) / (Math.max(0, total - points) + 2);
    if (share < SHARE_MIN || share < RATIO_MIN * elsewhere) continue;
    const score = share * Math.log(share / elsewhere);
    if (best === null || score > best.score) best = { facet, score };
  }
  return best && textOf(best.facet);
}

function textOf({ name, value }: Facet): string {
  if (name === "type") return KINDS[value] ?? value;
  if (name === "key") return KEYS.get(value) ?? value;
  return value;
}
