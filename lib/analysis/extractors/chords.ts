import { whyNoHarmony } from "@/lib/analysis/record/key-or-note";
import { chordsValue } from "@/lib/analysis/record/values/chords";
import { type ChordSpan, decodeChords, NO_CHORD } from "@/lib/dsp/harmony/chords";
import { msg } from "@/lib/language/text";
import { TONICS } from "@/lib/music/keys";
import { absent, measured } from "./measured";
import { evidenceStep, valueStep } from "./step";

/** A triad from 0 = C to 23 = B minor, or `NO_CHORD`, and how long it is held. */
export type HeldChord = { startSeconds: number; endSeconds: number; chord: number };

/** Nothing shorter counts as a chord, because the windows are that long. */
const SHORTEST_CHORD_SECONDS = 0.35;

const REASONS = {
  silence: msg("The file is silent."),
  single_note: msg("A single note sounds here; a chord needs several."),
  atonal: msg("No chords are heard: this sounds like drums, noise or speech."),
};

/** The triads held in turn, whether or not the record will name them; none where no key is heard. */
export const chordSpansStep = evidenceStep("chordSpans", {
  needs: ["tonality"],
  compute({ tonality: { estimate, rows, rowSeconds, startSecondsOf }, durationSeconds }): HeldChord[] {
    if (!estimate.found) return [];
    const spans = decodeChords(rows, Math.ceil(SHORTEST_CHORD_SECONDS / rowSeconds));
    return spans
      .map(({ from, chord }, index) => {
        const next: ChordSpan | undefined = spans[index + 1];
        const endSeconds = next ? Math.min(durationSeconds, startSecondsOf(next.from)) : durationSeconds;
        return { startSeconds: startSecondsOf(from), endSeconds, chord };
      })
      .filter(({ startSeconds, endSeconds }) => endSeconds > startSeconds);
  },
});

export const chordsStep = valueStep(chordsValue, {
  needs: ["tonality", "chordSpans", "kind", "pitch"],
  compute({ tonality: { estimate }, chordSpans, kind, pitch, durationSeconds }) {
    if (!estimate.found) return absent(estimate.reason, REASONS[estimate.reason]);
    const none = whyNoHarmony({ durationSeconds, kind, pitch });
    if (none) return absent(none.code, none.reason);
    if (chordSpans.every(({ chord }) => chord === NO_CHORD)) {
      return absent("no_chords", msg("Melody or bass lines alone: no triad is held."));
    }
    return measured(chordSpans.map(({ chord, ...span }) => ({ ...span, label: chordLabel(chord) })));
  },
});

/** "C", "F#m"; "N" for none. */
function chordLabel(chord: number): string {
  if (chord === NO_CHORD) return "N";
  return `${TONICS[chord % 12] ?? "C"}${chord < 12 ? "" : "m"}`;
}
