import { whyNoHarmony } from "@/lib/analysis/record/key-or-note";
import { keyValue, type MusicalKey } from "@/lib/analysis/record/values/key";
import type { KeyReading } from "@/lib/dsp/harmony/key";
import { TONICS } from "@/lib/music/keys";
import { formatCamelot, formatOpenKey } from "@/lib/music/notation";
import { absent, type Measured, measured } from "./measured";
import { valueStep } from "./step";

/** Why there is no key. */
export const KEY_REASONS = {
  silence: "The file is silent, so it has no key.",
  single_note: "A single note sounds here; a key needs several.",
  atonal: "No key stands out: this sounds like drums, noise or speech.",
};

export const keyStep = valueStep(keyValue, {
  needs: ["tonality", "kind", "pitch"],
  compute({ tonality: { estimate }, kind, pitch, durationSeconds }) {
    if (!estimate.found) return absent(estimate.reason, KEY_REASONS[estimate.reason]);
    const none = whyNoHarmony({ durationSeconds, kind, pitch });
    if (none) return absent(none.code, none.reason);
    return keyOf(estimate.readings);
  },
});

function keyOf(readings: KeyReading[]): Measured<MusicalKey> {
  const [best, ...alternatives] = readings.map(named);
  if (!best) return absent("atonal", KEY_REASONS.atonal);
  return measured({ ...best, camelot: formatCamelot(best), openKey: formatOpenKey(best), alternatives });
}

/** A reading, with its tonic spelt as in the record. */
export function named({ tonic, mode, confidence }: KeyReading) {
  return { tonic: TONICS[tonic] ?? "C", mode, confidence };
}
