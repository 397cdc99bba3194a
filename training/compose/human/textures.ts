import type { Texture } from "@/training/compose/styles/human-styles";
import type { Harmony } from "./human-harmony";

export type Accompaniment = {
  texture: Texture;
  beatsPerBar: number;
  /** Notes per beat of broken chords. */
  parts: number;
  /** Beats between block chords. */
  every: number;
  tonic: number;
};
type Strike = { pitches: number[]; beat: number; beats: number; bass: boolean };

/** What the accompaniment plays over the chords of one bar; beats count from its bar line. */
export function accompany(plan: Accompaniment, chords: readonly Harmony[]): Strike[] {
  const share = plan.beatsPerBar / Math.max(1, chords.length);
  return chords.flatMap((chord, index) => overChord(plan, chord, index * share, share));
}

function overChord(plan: Accompaniment, chord: Harmony, from: number, beats: number): Strike[] {
  const { texture, parts } = plan;
  const root = 36 + ((plan.tonic + chord.root) % 12);
  const close = [chord.third, chord.fifth, chord.seventh ?? 12].map((above) => root + 12 + above);
  const low = (beat: number, length: number, pitches = [root]): Strike => ({
    pitches,
    beat,
    beats: length,
    bass: true,
  });
  const high = (beat: number, length: number, pitches = close): Strike => ({
    pitches,
    beat,
    beats: length,
    bass: false,
  });
  const whole = Array.from({ length: Math.max(1, Math.floor(beats)) }, (_, beat) => from + beat);
  switch (texture) {
    case "alberti":
      return broken([root + 12, ...close.slice(1, 2), ...close.slice(0, 1), ...close.slice(1, 2)], from, beats, parts);
    case "arpeggio":
      return broken([root, root + 7, root + 12, root + 12 + chord.third, root + 19, root + 12], from, beats, parts);
    case "bass and chords":
      return [low(from, 1), ...whole.slice(1).map((beat) => high(beat, 0.7))];
    case "block":
      return whole.filter((_, i) => i % plan.every === 0).map((beat) => high(beat, plan.every, [root + 12, ...close]));
    case "sparse":
      return [low(from, beats), ...(beats > 2 ? [high(from + 2, 1)] : [])];
    case "octaves":
      return whole.filter((_, i) => i % plan.every === 0).map((beat) => low(beat, plan.every, [root, root + 12]));
    case "stride":
      return whole.flatMap((beat) => [low(beat, 0.5), high(beat + (parts === 3 ? 2 / 3 : 0.5), 0.4)]);
    case "chorale":
      return whole.map((beat) => high(beat, 1, [root, root + 12 + chord.fifth - 12, ...close]));
    case "drone":
      return [low(from, beats, [36 + plan.tonic, 43 + plan.tonic])];
    default:
      return [];
  }
}

function broken(pitches: number[], from: number, beats: number, parts: number): Strike[] {
  return Array.from({ length: Math.round(beats * parts) }, (_, i) => ({
    pitches: [pitches[i % pitches.length] ?? 48],
    beat: from + i / parts,
    beats: 1 / parts,
    bass: false,
  }));
}
