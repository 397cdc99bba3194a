import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Chord } from "@/lib/analysis/record/values/chords";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Tonic } from "@/lib/music/keys";
import { pitchClass } from "@/lib/music/notation";
import { effectiveGrid } from "./corrections/effective-grid";
import type { SampleCorrections } from "./corrections/schema";

interface Stretch {
  startSeconds: number;
  endSeconds: number;
}

/** What a picture of a sound is drawn from, besides its stored waveform and spectrogram. */
export interface PictureFacts {
  durationSeconds: number;
  /** Times in seconds, ascending. */
  beats: readonly number[];
  downbeats: readonly number[];
  bpm: number | null;
  beatsPerBar: number | null;
  key: { tonic: number; mode: "major" | "minor" } | null;
  chords: readonly (Stretch & { root: number; quality: "major" | "minor" })[];
  sections: readonly (Stretch & { label: string })[];
}

/** The facts as they count: corrected by a person, else measured. */
export function pictureFactsOf(record: AnalysisRecord, corrections: SampleCorrections): PictureFacts {
  const grid = effectiveGrid(record, corrections);
  const key = corrections.key ? corrections.key.value : record.key;
  return {
    durationSeconds: record.durationSeconds,
    beats: grid?.beats ?? [],
    downbeats: grid?.downbeats ?? [],
    bpm: corrections.bpm ? corrections.bpm.value : (record.tempo?.bpm ?? null),
    beatsPerBar: grid && record.meter ? countedBeats(record.meter) : null,
    key: key ? { tonic: pitchClass(key.tonic), mode: key.mode } : null,
    chords: (record.chords ?? []).flatMap((chord) => chordOf(chord) ?? []),
    sections: (record.sections ?? []).map(({ startSeconds, endSeconds, label }) => ({
      startSeconds,
      endSeconds,
      label,
    })),
  };
}

/** What of it lies in the first seconds, for whoever hears no more. */
export function factsUpTo(facts: PictureFacts, seconds: number): PictureFacts {
  if (seconds >= facts.durationSeconds) return facts;
  const early = (times: readonly number[]) => times.filter((time) => time < seconds);
  const begun = <Part extends Stretch>(parts: readonly Part[]) =>
    parts
      .filter((part) => part.startSeconds < seconds)
      .map((p) => ({ ...p, endSeconds: Math.min(p.endSeconds, seconds) }));
  const { beats, downbeats, chords, sections } = facts;
  return {
    ...facts,
    ...{ beats: early(beats), downbeats: early(downbeats), chords: begun(chords), sections: begun(sections) },
  };
}

/** In six-eight two beats are counted. */
const countedBeats = ({ beatsPerBar, beatUnit }: Meter) => (beatUnit === 8 ? beatsPerBar / 3 : beatsPerBar);

function chordOf({ startSeconds, endSeconds, label }: Chord): PictureFacts["chords"][number] | null {
  if (label === "N") return null;
  const root = pitchClass(label.replace("m", "") as Tonic);
  return { startSeconds, endSeconds, root, quality: label.endsWith("m") ? "minor" : "major" };
}
