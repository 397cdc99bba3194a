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
const SHARE_MIN = 0.25;
const RATIO_MIN = 1.5;
/** What is one of two or three is said of everything, and says little. */
const COARSE_WEIGHT = 0.25;

const KINDS: Record<string, string> = { "one-shot": "One-shots", loop: "Loops", track: "Tracks" };
const KEYS = new Map(
  (["major", "minor"] as const).flatMap((mode) =>
    Array.from({ length: 12 }, (_, tonic) => [formatCamelot({ tonic, mode }), formatKey({ tonic, mode })] as const),
  ),
);

/**
 * What a region may be called, the most telling first: what much of it has, and has clearly more often than the rest of
 * the library. `points` are those of the region, of `total` in the library.
 */
export function namesOf(counts: readonly FacetCount[], points: number, total: number): string[] {
  return counts
    .flatMap(({ inside, overall, ...facet }) => {
      // The analysis makes tags of kinds as well.
      if (facet.name !== "type" && facet.value in KINDS) return [];
      const share = inside / points;
      // With one added to either, a rare thing that happens to be here once says nothing.
      const elsewhere = (Math.max(0, overall - inside) + 1) / (Math.max(0, total - points) + 2);
      if (share < SHARE_MIN || share < RATIO_MIN * elsewhere) return [];
      const weight = isCoarse(facet) ? COARSE_WEIGHT : 1;
      return [{ text: textOf(facet), score: weight * share * Math.log(share / elsewhere) }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);
}

const isCoarse = ({ name, value }: Facet) => name === "type" || value === "major" || value === "minor";

/** Gives each region its first name that no region before it has; null where none is left. */
export function eachOnce(names: readonly (readonly string[])[]): (string | null)[] {
  const taken = new Set<string>();
  return names.map((own) => {
    const name = own.find((text) => !taken.has(text)) ?? null;
    if (name !== null) taken.add(name);
    return name;
  });
}

function textOf({ name, value }: Facet): string {
  if (name === "type") return KINDS[value] ?? value;
  if (name === "key") return KEYS.get(value) ?? value;
  return value;
}
