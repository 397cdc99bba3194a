import { isClaimed } from "@/lib/format/confidence";
import { msg } from "@/lib/language/text";
import { formatKey, isRelative } from "@/lib/music/notation";
import type { AnalysisRecord, NotApplicable } from "./schema";
import type { MusicalKey } from "./values/key";
import type { Pitch } from "./values/pitch";

/** Shorter sounds hold too little to tell a key or a chord by. */
const SHORTEST_HARMONY_SECONDS = 1;

type Sound = Pick<AnalysisRecord, "durationSeconds" | "kind" | "pitch">;

/** What a sound has in the way of pitch: a key, the note of a single sound, or neither. */
export type KeyOrNote =
  | { has: "key"; key: MusicalKey }
  | { has: "note"; pitch: Pitch }
  | { has: "neither"; why: NotApplicable };

const NO_KEY: NotApplicable = {
  code: "unmeasured",
  reason: msg("The key was not measured when this sample was analysed."),
};

/**
 * Why a sound has neither key nor chords, whatever is found in it; null if it may have them. A single hit has a note at
 * most. The engine, the pages, the API, exports and the command line all decide by this.
 */
export function whyNoHarmony({ durationSeconds, kind, pitch }: Sound): NotApplicable | null {
  if (pitch)
    return { code: "single_note", reason: msg("A single note sounds here. It has a pitch, but no key or chords.") };
  if (kind?.label === "one-shot" && isClaimed(kind)) {
    return { code: "one_shot", reason: msg("This is a single sound. A key and chords need several.") };
  }
  if (durationSeconds < SHORTEST_HARMONY_SECONDS) {
    return { code: "too_short", reason: msg("Less than a second is too short for a key or chords.") };
  }
  return null;
}

/** The key, the note, or why there is neither. */
export function keyOrNote(record: Sound & Pick<AnalysisRecord, "key" | "notApplicable">): KeyOrNote {
  const { key, pitch, notApplicable } = record;
  if (pitch) return { has: "note", pitch };
  const why = whyNoHarmony(record);
  if (why) return { has: "neither", why };
  return key ? { has: "key", key } : { has: "neither", why: notApplicable.key ?? NO_KEY };
}

/** From this share of the belief in both on, a relative key is as good as the one that is named. */
const CLOSE_SHARE = 0.1;

/**
 * The relative key (same signature) of a key, if the music hardly tells the two apart; null if it clearly does. Where
 * it is not null, the signature is known and the tonic is not.
 */
export function closeRelative(key: MusicalKey): MusicalKey["alternatives"][number] | null {
  const relative = key.alternatives.find((other) => isRelative(key, other));
  if (!relative) return null;
  return relative.confidence >= CLOSE_SHARE * (key.confidence + relative.confidence) ? relative : null;
}

/** A record without the key and the chords that earlier analysers found in sounds that have none. */
export function withoutFalseHarmony(record: AnalysisRecord): AnalysisRecord {
  const { key, keyChanges, chords, tags, description } = record;
  const why = whyNoHarmony(record);
  if (!why || (!key && !keyChanges?.length && !chords?.length)) return record;
  return {
    ...record,
    ...{ key: null, keyChanges: null, chords: null },
    tags: tags.filter((tag) => tag !== key?.mode),
    description: key ? (description?.replace(` in ${formatKey(key)}`, "") ?? null) : description,
    notApplicable: { ...record.notApplicable, key: why, keyChanges: why, chords: why },
  };
}
