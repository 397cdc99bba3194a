/** A file among those that are searched. */
export interface Searched {
  /** What it should be found for. */
  soundClass: string;
  /** Files with the same variation are of one recording session: none of them is found for another. */
  variation: string;
}

const HITS = 10;

/**
 * For each file the share of its class among the ten most similar of all other files that are no variation of it; if fewer
 * than ten of its class are left, among as many as there are. Null where none is left.
 *
 * @param similarity of two files by their positions, larger for more alike
 */
export function precisionsAtTen(
  files: readonly Searched[],
  similarity: (a: number, b: number) => number,
): (number | null)[] {
  return files.map((query, at) => {
    const others = files.flatMap((file, i) => (i !== at && file.variation !== query.variation ? [i] : []));
    const rightly = (i: number) => files[i]?.soundClass === query.soundClass;
    const wanted = Math.min(HITS, others.filter(rightly).length);
    if (wanted === 0) return null;
    const ranked = others.map((i) => ({ i, value: similarity(at, i) })).sort((a, b) => b.value - a.value || a.i - b.i);
    return ranked.slice(0, wanted).filter(({ i }) => rightly(i)).length / wanted;
  });
}

/** The cosine of two vectors; 0 if one has no length. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
