import { OWN_TAGS_MAX, VERDICTS_MAX } from "./constants";

export type Verdict = "given" | "accepted" | "rejected" | "removed";

/** What is known about the tags of one sample. */
export interface SampleTags {
  /** What counts now, own tags included. */
  effective: ReadonlySet<string>;
  /** What the analysis found, whatever the owner has said. */
  measured: ReadonlySet<string>;
  verdicts: ReadonlyMap<string, Verdict>;
}

/** What a person says about tags. Each tag is in one of the lists only. */
export interface SaidTags {
  give?: readonly string[];
  remove?: readonly string[];
  reset?: readonly string[];
  accept?: readonly string[];
  reject?: readonly string[];
}

/** By tag: the new verdict, or null to forget the old one. Empty if nothing changes. */
export type TagDecisions = ReadonlyMap<string, Verdict | null>;

const isOwn = (verdict: Verdict | undefined) => verdict === "given" || verdict === "accepted";

/** What to store after a person has said this. Returns null if the sample would then have too many tags. */
export function decideTags(tags: SampleTags, said: SaidTags): TagDecisions | null {
  const decisions = new Map<string, Verdict | null>();
  const { verdicts } = tags;
  for (const tag of said.give ?? []) if (!isOwn(verdicts.get(tag))) decisions.set(tag, "given");
  for (const tag of said.accept ?? []) if (!isOwn(verdicts.get(tag))) decisions.set(tag, "accepted");
  for (const tag of said.reject ?? [])
    if (!tags.effective.has(tag) && !verdicts.has(tag)) decisions.set(tag, "rejected");
  for (const tag of said.remove ?? []) {
    const verdict = removal(tag, tags);
    if (verdict !== undefined) decisions.set(tag, verdict);
  }
  for (const tag of said.reset ?? []) if (verdicts.has(tag)) decisions.set(tag, null);
  return hasRoom(verdicts, decisions) ? decisions : null;
}

/**
 * A tag that an analysis found stays removed, so that the next one does not bring it back. A suggestion that was taken
 * and is taken off again counts as refused. What was only typed leaves nothing behind. Undefined if nothing changes.
 */
function removal(tag: string, { effective, measured, verdicts }: SampleTags): Verdict | null | undefined {
  if (!effective.has(tag)) return undefined;
  const verdict = verdicts.get(tag);
  if (measured.has(tag) || !isOwn(verdict)) return "removed";
  return verdict === "accepted" ? "rejected" : null;
}

function hasRoom(before: ReadonlyMap<string, Verdict>, decisions: TagDecisions): boolean {
  const after = new Map<string, Verdict | null>([...before, ...decisions]);
  const kept = [...after.values()].filter((verdict) => verdict !== null);
  const isMore = [...decisions].some(([tag, verdict]) => verdict !== null && !isOwn(before.get(tag)));
  if (!isMore) return true;
  return kept.length <= VERDICTS_MAX && kept.filter(isOwn).length <= OWN_TAGS_MAX;
}

/** Tags that are said together keep their order. */
export const orderOf = (tags: readonly string[]): ReadonlyMap<string, number> =>
  new Map(tags.map((tag, place) => [tag, place]));
