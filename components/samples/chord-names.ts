import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Chord } from "@/lib/analysis/record/values/chords";
import { ENGLISH, type Text } from "@/lib/language/text";
import type { Tonic } from "@/lib/music/keys";
import { formatCamelot, pitchClass } from "@/lib/music/notation";

const SHARPS = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"] as const;
const FLATS = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"] as const;
/** The Camelot numbers of keys with flats in their signature. */
const FLAT_HOURS = [3, 4, 5, 6, 7];

export interface ChordName {
  /** 0 = C … 11 = B. */
  root: number;
  mode: "major" | "minor";
  /** `F♯m`. */
  short: string;
  /** `F♯ minor`. */
  spoken: string;
}

/** Whether a piece in this key is written with flats. Without a key it is written with sharps. */
export function isWrittenWithFlats(key: AnalysisRecord["key"] | undefined): boolean {
  return key ? FLAT_HOURS.includes(Number.parseInt(formatCamelot(key), 10)) : false;
}

const spokenName = (tonic: string, mode: ChordName["mode"], t: Text) =>
  mode === "major" ? t("{tonic} major", { tonic }) : t("{tonic} minor", { tonic });

/** A stored chord label as a musician writes it; null for "no chord". */
export function chordName(label: Chord["label"], withFlats: boolean, t: Text = ENGLISH): ChordName | null {
  if (label === "N") return null;
  const mode = label.endsWith("m") ? "minor" : "major";
  const root = pitchClass(label.replace("m", "") as Tonic);
  const name = (withFlats ? FLATS : SHARPS)[root] ?? "";
  return { root, mode, short: mode === "minor" ? `${name}m` : name, spoken: spokenName(name, mode, t) };
}

export interface ChordShare extends ChordName {
  /** Share of the time during which any chord is heard, 0 … 1. */
  share: number;
}

/** The chords of a piece by how long they are heard, the longest first. */
export function chordShares(chords: readonly Chord[], withFlats: boolean): ChordShare[] {
  const seconds = new Map<string, number>();
  let heard = 0;
  for (const { label, startSeconds, endSeconds } of chords) {
    if (label === "N") continue;
    const length = endSeconds - startSeconds;
    seconds.set(label, (seconds.get(label) ?? 0) + length);
    heard += length;
  }
  return [...seconds]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([label, length]) => {
      const name = chordName(label, withFlats);
      return name ? [{ ...name, share: length / heard }] : [];
    });
}
