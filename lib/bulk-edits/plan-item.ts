import { applyCorrections, type StoredCorrections } from "@/lib/samples/corrections/apply-corrections";
import { type Corrections, HIGHEST_BPM, LOWEST_BPM } from "@/lib/samples/corrections/schema";
import type { Rights } from "@/lib/samples/rights/schema";
import { decideTags, type SampleTags, type TagDecisions, type Verdict } from "@/lib/samples/tags/decide-tags";
import { BPM_FACTORS, type BulkChanges, type EditResult, type UndoResult } from "./schema";

/** One sample before an edit or its undoing. */
export interface SampleState {
  corrections: StoredCorrections;
  /** What counts: corrected, else measured. */
  bpm: number | null;
  tags: SampleTags;
  favouritedAt: Date | null;
  deletedAt: Date | null;
  rights: Required<Rights>;
}

/** The values that an edit changed, in one state of the sample. As JSON: times are ISO 8601. */
export interface Values {
  bpm?: Pick<StoredCorrections, "bpm" | "bpmBy"> & { bpmAt: string | null };
  key?: Pick<StoredCorrections, "keyTonic" | "keyMode" | "keyBy"> & { keyAt: string | null };
  kind?: Pick<StoredCorrections, "kind" | "kindBy"> & { kindAt: string | null };
  tags?: Record<string, Verdict | null>;
  favouritedAt?: string | null;
  deletedAt?: string | null;
  rights?: Rights;
}

/** What is to be written. What is left out stays as it is. */
export interface Next {
  corrections?: StoredCorrections;
  tags?: TagDecisions;
  favouritedAt?: Date | null;
  deletedAt?: Date | null;
  rights?: Required<Rights>;
}

export interface PlannedItem {
  result: EditResult;
  next: Next;
  before: Values | null;
  made: Values | null;
}

const nothing = (result: EditResult): PlannedItem => ({ result, next: {}, before: null, made: null });

/** What an edit does to one sample. `by` is who edits. */
export function planItem(state: SampleState, changes: BulkChanges, by: { by: string; at: Date }): PlannedItem {
  const next: Next = {};
  const tags = changes.tags && decideTags(state.tags, changes.tags);
  if (tags === null) return nothing("too_many_tags");
  if (tags && tags.size > 0) next.tags = tags;
  const tempo = tempoOf(state.bpm, changes.bpm);
  const corrected = applyCorrections(state.corrections, { ...tempo.said, kind: changes.kind, key: changes.key }, by);
  if (corrected !== state.corrections) next.corrections = corrected;
  if (changes.isFavourite !== undefined && changes.isFavourite !== (state.favouritedAt !== null))
    next.favouritedAt = changes.isFavourite ? by.at : null;
  const rights = { ...state.rights, ...saidRights(changes) };
  if (RIGHTS.some((name) => rights[name] !== state.rights[name])) next.rights = rights;
  if (changes.delete) next.deletedAt = by.at;
  if (Object.keys(next).length === 0) return nothing(tempo.refusal ?? "unchanged");
  const { before, made } = changedValues(state, next);
  return { result: "changed", next, before, made };
}

function tempoOf(
  bpm: number | null,
  said: BulkChanges["bpm"],
): { said: Pick<Corrections, "bpm">; refusal?: "no_tempo" | "tempo_out_of_range" } {
  if (said === undefined) return { said: {} };
  if (typeof said !== "object") return { said: { bpm: said } };
  if (bpm === null) return { said: {}, refusal: "no_tempo" };
  const product = Math.round(bpm * BPM_FACTORS[said.factor] * 1000) / 1000;
  if (product < LOWEST_BPM || product > HIGHEST_BPM) return { said: {}, refusal: "tempo_out_of_range" };
  return { said: { bpm: product } };
}

const RIGHTS = ["licence", "aiTraining"] as const;

const saidRights = ({ licence, aiTraining }: BulkChanges): Rights => ({
  ...(licence !== undefined && { licence }),
  ...(aiTraining !== undefined && { aiTraining }),
});

const iso = (at: Date | null) => at?.toISOString() ?? null;
const date = (at: string | null) => (at === null ? null : new Date(at));

/** Each correction as it is kept. */
const CORRECTED = {
  bpm: ({ bpm, bpmBy, bpmAt }: StoredCorrections) => ({ bpm, bpmBy, bpmAt: iso(bpmAt) }),
  key: ({ keyTonic, keyMode, keyBy, keyAt }: StoredCorrections) => ({ keyTonic, keyMode, keyBy, keyAt: iso(keyAt) }),
  kind: ({ kind, kindBy, kindAt }: StoredCorrections) => ({ kind, kindBy, kindAt: iso(kindAt) }),
};
const CORRECTIONS = ["bpm", "key", "kind"] as const;

function changedValues(state: SampleState, next: Next): { before: Values; made: Values } {
  const [before, made]: [Values, Values] = [{}, {}];
  const { corrections } = next;
  if (corrections) {
    const old = state.corrections;
    for (const name of CORRECTIONS.filter((name) => old[`${name}At`] !== corrections[`${name}At`])) {
      Object.assign(before, { [name]: CORRECTED[name](old) });
      Object.assign(made, { [name]: CORRECTED[name](corrections) });
    }
  }
  if (next.tags) {
    made.tags = Object.fromEntries(next.tags);
    before.tags = Object.fromEntries([...next.tags.keys()].map((tag) => [tag, state.tags.verdicts.get(tag) ?? null]));
  }
  if (next.favouritedAt !== undefined) {
    before.favouritedAt = iso(state.favouritedAt);
    made.favouritedAt = iso(next.favouritedAt);
  }
  const { rights } = next;
  if (rights) {
    const other = RIGHTS.filter((name) => rights[name] !== state.rights[name]);
    before.rights = Object.fromEntries(other.map((name) => [name, state.rights[name]]));
    made.rights = Object.fromEntries(other.map((name) => [name, rights[name]]));
  }
  if (next.deletedAt !== undefined) {
    before.deletedAt = iso(state.deletedAt);
    made.deletedAt = iso(next.deletedAt);
  }
  return { before, made };
}

export interface PlannedUndo {
  result: UndoResult;
  next: Next;
}

/** What undoing does to one sample: each value goes back where it is still as the edit made it. */
export function planUndo(state: SampleState, before: Values, made: Values): PlannedUndo {
  const next: Next = {};
  let [restored, left] = [0, 0];
  const settle = (isStill: boolean, restore: () => void) => {
    if (!isStill) left += 1;
    else {
      restored += 1;
      restore();
    }
  };
  const now = state.corrections;
  const correct = (values: Partial<StoredCorrections>) => {
    next.corrections = { ...(next.corrections ?? now), ...values };
  };
  const { bpm, key, kind } = before;
  if (bpm && made.bpm) settle(isSame(CORRECTED.bpm(now), made.bpm), () => correct({ ...bpm, bpmAt: date(bpm.bpmAt) }));
  if (key && made.key) settle(isSame(CORRECTED.key(now), made.key), () => correct({ ...key, keyAt: date(key.keyAt) }));
  if (kind && made.kind)
    settle(isSame(CORRECTED.kind(now), made.kind), () => correct({ ...kind, kindAt: date(kind.kindAt) }));
  const tags = new Map<string, Verdict | null>();
  for (const [tag, verdict] of Object.entries(made.tags ?? {}))
    settle((state.tags.verdicts.get(tag) ?? null) === verdict, () => void tags.set(tag, before.tags?.[tag] ?? null));
  if (tags.size > 0) next.tags = tags;
  if (made.favouritedAt !== undefined)
    settle(iso(state.favouritedAt) === made.favouritedAt, () => {
      next.favouritedAt = date(before.favouritedAt ?? null);
    });
  for (const name of RIGHTS) {
    if (made.rights?.[name] !== undefined)
      settle(state.rights[name] === made.rights[name], () => {
        next.rights = { ...(next.rights ?? state.rights), [name]: before.rights?.[name] ?? null };
      });
  }
  if (made.deletedAt !== undefined)
    settle(iso(state.deletedAt) === made.deletedAt, () => {
      next.deletedAt = null;
    });
  const result = left === 0 ? "restored" : restored === 0 ? "changed_since" : "partly_restored";
  return { result, next };
}

/** Both have the same members. Whoever said it, and when, is part of it: the same said anew is a later edit. */
const isSame = <T extends object>(one: T, other: T) =>
  Object.entries(one).every(([name, value]) => (other as Record<string, unknown>)[name] === value);
