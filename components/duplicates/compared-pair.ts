export interface Choices {
  /** What the person wants to keep, else the suggestion. */
  keptId: string | null;
  suggestedId: string;
  /** What was compared last. */
  otherId: string | null;
  /** What the player has loaded, wherever it was started. */
  loadedId: string | null;
}

export interface ComparedPair {
  kept: string;
  other: string;
  heard: string;
  quiet: string;
  /** What one key plays: the one that is not heard, or the first of the two if neither is in the player. */
  upNext: string;
}

/** Which to keep and which to compare it with. What the player plays of the group is the one that is heard. */
export function comparedPair(ids: readonly string[], choices: Choices): ComparedPair | null {
  const known = (id: string | null) => (id !== null && ids.includes(id) ? id : undefined);
  const kept = known(choices.keptId) ?? known(choices.suggestedId) ?? ids[0];
  const loaded = known(choices.loadedId);
  const others = ids.filter((id) => id !== kept);
  const other = [loaded, known(choices.otherId), others[0]].find((id) => id !== undefined && id !== kept);
  if (kept === undefined || other === undefined) return null;
  const heard = loaded ?? kept;
  const quiet = heard === kept ? other : kept;
  return { kept, other, heard, quiet, upNext: loaded === undefined ? heard : quiet };
}
