/**
 * The expected reciprocal rank of the first partner in a list that is sorted by score, where those of the same score are
 * in random order. `scores` and `isPartner` are of the same candidates; null = left out, which counts as 0.
 */
export function reciprocalRank(scores: readonly (number | null)[], isPartner: readonly boolean[]): number {
  const best = Math.max(
    ...scores.map((score, i) => (isPartner[i] && score !== null ? score : Number.NEGATIVE_INFINITY)),
  );
  if (best === Number.NEGATIVE_INFINITY) return 0;
  const before = scores.filter((score) => score !== null && score > best).length;
  const tied = scores.filter((score) => score === best).length;
  const partners = scores.filter((score, i) => score === best && isPartner[i]).length;
  // The first of `partners` among `tied` is at place r if the r − 1 before it are strangers.
  let expected = 0;
  let onlyStrangers = 1;
  for (let place = 1; place <= tied - partners + 1; place++) {
    const left = tied - place + 1;
    expected += (onlyStrangers * (partners / left)) / (before + place);
    onlyStrangers *= 1 - partners / left;
  }
  return expected;
}
