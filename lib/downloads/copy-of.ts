import { midiOfNote } from "@/lib/music/claims";
import type { ListedSample } from "./data";
import { type CopyPlan, plainCopy, type StoredOriginal, taggedPlan } from "./tagged/stored-copy";
import type { WantedTags } from "./tagged/wanted-tags";

/** What a copy says about its sound: what counts in the library, corrected or measured. */
function wantedTags({ row, measured }: ListedSample): WantedTags {
  const { bpm, keyTonic: tonic, keyMode: mode, kind, durationSeconds } = row;
  const midi = row.note === null ? null : midiOfNote(row.note);
  return {
    bpm,
    key: tonic === null || mode === null ? null : { tonic, mode },
    note: midi === null ? null : { midi, cents: measured?.pitch?.cents ?? 0 },
    kind,
    durationSeconds: durationSeconds ?? 0,
  };
}

function originalOf({ row, measured, objectKey }: ListedSample): StoredOriginal | null {
  return objectKey === null
    ? null
    : { key: objectKey, sizeBytes: row.sizeBytes, container: measured?.container ?? null };
}

/** The copy of a sample that is wanted. Null if storage has lost the original. */
export async function planCopy(sample: ListedSample, withTags: boolean): Promise<CopyPlan | null> {
  const original = originalOf(sample);
  if (!original) return null;
  return withTags ? taggedPlan(original, wantedTags(sample)) : plainCopy(original);
}
