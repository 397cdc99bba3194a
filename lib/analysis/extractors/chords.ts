import { chordsValue } from "@/lib/analysis/record/values/chords";
import { type ChordSpan, decodeChords, NO_CHORD } from "@/lib/dsp/harmony/chords";
import { TONICS } from "@/lib/music/keys";
import { absent, measured } from "./measured";
import { valueStep } from "./step";

/** Nothing shorter counts as a chord, because the windows are that long. */
const SHORTEST_CHORD_SECONDS = 0.35;

const REASONS = {
  silence: "The file is silent.",
  single_note: "A single note sounds here; a chord needs several.",
  atonal: "No chords are heard: this sounds like drums, noise or speech.",
};

export const chordsStep = valueStep(chordsValue, {
  needs: ["tonality"],
  compute({ tonality: { estimate, rows, rowSeconds, startSecondsOf }, durationSeconds }) {
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const spans = decodeChords(rows, estimate.tuning?.cents ?? 0, Math.ceil(SHORTEST_CHORD_SECONDS / rowSeconds));
    if (spans.every(({ chord }) => chord === NO_CHORD)) {
      return absent("no_chords", "Melody or bass lines alone: no triad is held.");
    }
    const chords = spans.map(({ from, chord }, index) => {
      const next: ChordSpan | undefined = spans[index + 1];
      const endSeconds = next ? Math.min(durationSeconds, startSecondsOf(next.from)) : durationSeconds;
      return { startSeconds: startSecondsOf(from), endSeconds, label: chordLabel(chord) };
    });
    return measured(chords.filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds));
  },
});

/** "C", "F#m"; "N" for none. */
function chordLabel(chord: number): string {
  if (chord === NO_CHORD) return "N";
  return `${TONICS[chord % 12] ?? "C"}${chord < 12 ? "" : "m"}`;
}
