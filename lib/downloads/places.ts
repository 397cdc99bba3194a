import { DOWNLOADS_AT_ONCE, DOWNLOADS_OF_ALL_AT_ONCE } from "./constants";

const taken = new Map<string, number>();

/** A place for one more stream to this person, to be given back when it ends. Null if they, or all, have too many. */
export function takePlace(person: string): (() => void) | null {
  const own = taken.get(person) ?? 0;
  const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
  if (own >= DOWNLOADS_AT_ONCE || all >= DOWNLOADS_OF_ALL_AT_ONCE) return null;
  taken.set(person, own + 1);
  let isGivenBack = false;
  return () => {
    if (isGivenBack) return;
    isGivenBack = true;
    const left = (taken.get(person) ?? 1) - 1;
    if (left > 0) taken.set(person, left);
    else taken.delete(person);
  };
}
