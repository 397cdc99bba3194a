import { confidenceLevel } from "@/lib/format/confidence";
import { formatDuration } from "@/lib/format/time";
import type { PublicDetail } from "@/lib/gallery/schema";
import type { KeyLike } from "@/lib/music/keys";
import { formatBpm, formatCamelot, formatKey, formatLufs, formatNote } from "@/lib/music/notation";

export const KIND_NAMES = { "one-shot": "One-shot", loop: "Loop", track: "Track" } as const;

export interface ItemFact {
  name: string;
  value: string;
  detail?: string;
  /** If it is a key, which is shown as the visitor wants keys written. */
  musicalKey?: KeyLike;
  /** Null for what is measured without a doubt. */
  confidence: number | null;
  /** In words: `high confidence`. */
  certainty: string | null;
}

const certain = (name: string, value: string): ItemFact => ({ name, value, confidence: null, certainty: null });
const certaintyOf = (confidence: number | null) =>
  confidence === null ? null : `${confidenceLevel(confidence)} confidence`;

/** What is known of a sound, in the order in which people look for it. What is not known is not there. */
export function itemFacts(item: PublicDetail): ItemFact[] {
  const { bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, lufs, seconds, kind } = item;
  const facts: ItemFact[] = [];
  if (bpm !== null) {
    const certainty = certaintyOf(bpmConfidence);
    facts.push({ name: "Tempo", value: `${formatBpm(bpm)} BPM`, confidence: bpmConfidence, certainty });
  }
  if (keyTonic !== null && keyMode !== null) {
    const key = { tonic: keyTonic, mode: keyMode };
    const [value, detail, certainty] = [formatKey(key), formatCamelot(key), certaintyOf(keyConfidence)];
    facts.push({ name: "Key", value, detail, musicalKey: key, confidence: keyConfidence, certainty });
  }
  if (item.note !== null) {
    const certainty = certaintyOf(item.noteConfidence);
    facts.push({ name: "Note", value: formatNote(item.note), confidence: item.noteConfidence, certainty });
  }
  if (lufs !== null) facts.push(certain("Loudness", formatLufs(lufs)));
  facts.push(certain("Length", formatDuration(seconds)));
  if (kind) facts.push(certain("Kind", KIND_NAMES[kind]));
  return facts;
}
