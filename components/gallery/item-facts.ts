import { type ConfidenceLevel, confidenceLevel } from "@/lib/format/confidence";
import { formatDuration } from "@/lib/format/time";
import type { PublicDetail } from "@/lib/gallery/schema";
import { msg, type Text } from "@/lib/language/text";
import type { KeyLike } from "@/lib/music/keys";
import { formatBpm, formatCamelot, formatKey, formatLufs, formatNote } from "@/lib/music/notation";

export const KIND_NAMES = { "one-shot": msg("One-shot"), loop: msg("Loop"), track: msg("Track") } as const;

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
const CERTAINTIES: Readonly<Record<ConfidenceLevel, string>> = {
  high: msg("high confidence"),
  fair: msg("fair confidence"),
  low: msg("low confidence"),
};

const certaintyOf = (confidence: number | null, t: Text) =>
  confidence === null ? null : t(CERTAINTIES[confidenceLevel(confidence)]);

/** What is known of a sound, in the order in which people look for it. What is not known is not there. */
export function itemFacts(item: PublicDetail, t: Text): ItemFact[] {
  const { bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, lufs, seconds, kind } = item;
  const facts: ItemFact[] = [];
  if (bpm !== null) {
    const certainty = certaintyOf(bpmConfidence, t);
    facts.push({ name: t("Tempo"), value: `${formatBpm(bpm, t)} BPM`, confidence: bpmConfidence, certainty });
  }
  if (keyTonic !== null && keyMode !== null) {
    const key = { tonic: keyTonic, mode: keyMode };
    const [value, detail, certainty] = [formatKey(key, t), formatCamelot(key), certaintyOf(keyConfidence, t)];
    facts.push({ name: t("Key"), value, detail, musicalKey: key, confidence: keyConfidence, certainty });
  }
  if (item.note !== null) {
    const certainty = certaintyOf(item.noteConfidence, t);
    facts.push({ name: t("Note"), value: formatNote(item.note), confidence: item.noteConfidence, certainty });
  }
  if (lufs !== null) facts.push(certain(t("Loudness"), formatLufs(lufs, t)));
  facts.push(certain(t("Length"), formatDuration(seconds, t)));
  if (kind) facts.push(certain(t("Kind"), t(KIND_NAMES[kind])));
  return facts;
}
