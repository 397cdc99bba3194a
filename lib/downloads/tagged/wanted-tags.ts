import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { formatKey } from "@/lib/music/notation";

/** What a copy is to say about its sound. What is null is not known: the file's own word stays. */
export interface WantedTags {
  bpm: number | null;
  /** 0 = C … 11 = B. */
  key: { tonic: number; mode: "major" | "minor" } | null;
  /** MIDI note number of a single sound, and how far above it sounds. */
  note: { midi: number; cents: number } | null;
  kind: SoundKind["label"] | null;
  durationSeconds: number;
}

/** `124`, `92.5`: two places at most, with a point. */
export const bpmText = (bpm: number) => String(Math.round(bpm * 100) / 100);

/** As file names, ID3 and DJ programs write a key: `F#m`, `Bb`. Never more than three characters. */
export function shortKey(key: { tonic: number; mode: "major" | "minor" }): string {
  const [tonic = ""] = formatKey(key).split(" ");
  return `${tonic.replace("♯", "#").replace("♭", "b")}${key.mode === "minor" ? "m" : ""}`;
}

/** The two texts that every tag format has a field for; without those that are not known. */
export function texts({ bpm, key }: WantedTags): { bpm?: string; key?: string } {
  return { ...(bpm === null ? {} : { bpm: bpmText(bpm) }), ...(key === null ? {} : { key: shortKey(key) }) };
}
