import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Chord } from "@/lib/analysis/record/values/chords";
import type { Meter } from "@/lib/analysis/record/values/meter";
import type { Tonic } from "@/lib/music/keys";
import { pitchClass } from "@/lib/music/notation";
import { effectiveGrid } from "@/lib/samples/corrections/effective-grid";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import type { Piece, PieceChord } from "./engine/piece";
import { clock } from "./engine/words";

/** What the analysis and its corrections say. The rest of a piece comes from its stored waveform and spectrogram. */
export type PieceFacts = Omit<Piece, "onsets" | "envelope" | "mel">;

/** An end without beats that is worth a note. */
const BEATLESS_SECONDS = 60;

/** The facts as they count: corrected by a person, else measured. */
export function pieceFactsOf(record: AnalysisRecord, corrections: SampleCorrections): PieceFacts {
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

/** In six-eight two beats are counted. */
const countedBeats = ({ beatsPerBar, beatUnit }: Meter) => (beatUnit === 8 ? beatsPerBar / 3 : beatsPerBar);

function chordOf({ startSeconds, endSeconds, label }: Chord): PieceChord | null {
  if (label === "N") return null;
  const root = pitchClass(label.replace("m", "") as Tonic);
  return { startSeconds, endSeconds, root, quality: label.endsWith("m") ? "minor" : "major" };
}

/** What a picture of this piece must do without, as sentences. */
export function missingOf(piece: Piece): string[] {
  const isSilent = piece.envelope?.level.every((value) => value === 0);
  if (isSilent) return ["The sound is silent."];
  const missing: [isMissing: boolean, sentence: string][] = [
    [piece.beats.length < 2, "No beats were found."],
    [endsLongBefore(piece), `The last beat was found at ${clock(piece.beats.at(-1) ?? 0)}.`],
    [piece.key === null, "No key was found."],
    [piece.envelope === null, "The stored waveform could not be loaded."],
    [piece.mel === null, "There is no stored spectrogram: what is to come cannot be shown."],
  ];
  return missing.flatMap(([isMissing, sentence]) => (isMissing ? [sentence] : []));
}

/** Of very long recordings, only the beginning is searched for beats. */
const endsLongBefore = ({ beats, durationSeconds }: Piece) =>
  beats.length >= 2 && durationSeconds - (beats.at(-1) ?? 0) > BEATLESS_SECONDS;
