import { COPIES_AT_ONCE, DOWNLOADS_AT_ONCE, DOWNLOADS_OF_ALL_AT_ONCE } from "./constants";

type Kind = "download" | "copy";
const OWN_MOST: Readonly<Record<Kind, number>> = { download: DOWNLOADS_AT_ONCE, copy: COPIES_AT_ONCE };

const taken = new Map<string, number>();

/**
 * A place for one more stream to this person, to be given back when it ends. Null if they have too many of the kind, or
 * all have too many together.
 */
export function takePlace(person: string, kind: Kind = "download"): (() => void) | null {
  const holder = `${kind} ${person}`;
  const own = taken.get(holder) ?? 0;
  const all = [...taken.values()].reduce((sum, count) => sum + count, 0);
  if (own >= OWN_MOST[kind] || all >= DOWNLOADS_OF_ALL_AT_ONCE) return null;
  taken.set(holder, own + 1);
  let isGivenBack = false;
  return () => {
    if (isGivenBack) return;
    isGivenBack = true;
    const left = (taken.get(holder) ?? 1) - 1;
    if (left > 0) taken.set(holder, left);
    else taken.delete(holder);
  };
}
