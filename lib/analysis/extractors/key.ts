import { whyNoHarmony } from "@/lib/analysis/record/key-or-note";
import { DRUMS, type Instruments } from "@/lib/analysis/record/values/instruments";
import { keyValue, type MusicalKey } from "@/lib/analysis/record/values/key";
import { NO_CHORD } from "@/lib/dsp/harmony/chords";
import type { KeyReading } from "@/lib/dsp/harmony/key";
import { msg } from "@/lib/language/text";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey, isRelative } from "@/lib/music/notation";
import type { HeldChord } from "./chords";
import { absent, type Measured, measured } from "./measured";
import { valueStep } from "./step";

/** Why there is no key. */
export const KEY_REASONS = {
  silence: msg("The file is silent, so it has no key."),
  single_note: msg("A single note sounds here; a key needs several."),
  atonal: msg("No key stands out: this sounds like drums, noise or speech."),
};

export const DRUMS_ALONE = msg("Only drums are heard here. They may be tuned, but they have no key.");

export const keyStep = valueStep(keyValue, {
  needs: ["tonality", "kind", "pitch", "instruments", "chordSpans"],
  compute({ tonality: { estimate }, kind, pitch, instruments, chordSpans, durationSeconds }) {
    if (!estimate.found) return absent(estimate.reason, KEY_REASONS[estimate.reason]);
    const none = whyNoHarmony({ durationSeconds, kind, pitch });
    if (none) return absent(none.code, none.reason);
    if (isDrumsAlone(instruments, chordSpans)) return absent("drums", DRUMS_ALONE);
    return keyOf(estimate.readings);
  },
});

function keyOf(readings: KeyReading[]): Measured<MusicalKey> {
  const [best, ...alternatives] = readings.map(named);
  if (!best) return absent("atonal", KEY_REASONS.atonal);
  const relative = alternatives.find((other) => isRelative(best, other));
  const signatureConfidence = Math.min(1, best.confidence + (relative?.confidence ?? 0));
  const names = { camelot: formatCamelot(best), openKey: formatOpenKey(best) };
  return measured({ ...best, ...names, alternatives, signatureConfidence });
}

/** Tuned drums may spell something like a key. If nothing else is heard and no triad is held, there is none. */
export function isDrumsAlone(instruments: Instruments | null, chords: readonly HeldChord[]): boolean {
  if (!instruments || instruments.length === 0) return false;
  return instruments.every(({ label }) => DRUMS.has(label)) && chords.every(({ chord }) => chord === NO_CHORD);
}

/** A reading, with its tonic spelt as in the record. */
export function named({ tonic, mode, confidence }: KeyReading) {
  return { tonic: TONICS[tonic] ?? "C", mode, confidence };
}
