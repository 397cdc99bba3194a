import type { SoundKind } from "@/lib/analysis/record/values/kind";
import { type Pitch, pitchValue } from "@/lib/analysis/record/values/pitch";
import { cents, notePitch } from "@/lib/dsp/harmony/note-pitch";
import { msg } from "@/lib/language/text";
import { TONICS } from "@/lib/music/keys";
import type { Listener } from "./listener";
import { absent, type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

/** Long enough for the note of a single sound. */
const KEPT_SECONDS = 8;
/** Below this the pitch is not steady: a drum that glides, noise with a hum in it. */
const CONFIDENCE_MIN = 0.45;

/** Keeps the beginning of the low-rate signal, and reads a note from it if the file turns out to be a single sound. */
class PitchListener implements Listener {
  private readonly signal: Float32Array;
  private filled = 0;

  constructor(private readonly rateHz: number) {
    this.signal = new Float32Array(Math.round(KEPT_SECONDS * rateHz));
  }

  onPitchSignal(samples: Float32Array, length: number): void {
    const count = Math.min(length, this.signal.length - this.filled);
    if (count <= 0) return;
    this.signal.set(samples.subarray(0, count), this.filled);
    this.filled += count;
  }

  finish(kind: SoundKind | null): Measured<Pitch> {
    if (kind === null) return silent(msg("The file is silent, so it has no pitch."));
    if (kind.label !== "one-shot")
      return absent("not_a_single_sound", msg("Pitch is that of a single note; this is more."));
    const pitch = notePitch(this.signal.subarray(0, this.filled), this.rateHz);
    if (!pitch || pitch.confidence < CONFIDENCE_MIN)
      return absent("unpitched", msg("No single note stands out in this sound."));
    return measured({ ...noteOf(pitch.hz), hz: pitch.hz, confidence: Math.min(1, pitch.confidence) });
  }
}

/** Nearest note of equal temperament, A4 = 440 Hz, and the deviation from it. */
function noteOf(hz: number): { note: string; cents: number } {
  const fromA4 = cents(hz, 440) / 100;
  const semitone = Math.round(fromA4);
  const midi = 69 + semitone;
  return {
    note: `${TONICS[((midi % 12) + 12) % 12] ?? "C"}${Math.floor(midi / 12) - 1}`,
    cents: (fromA4 - semitone) * 100,
  };
}

export const pitchStep = valueStep(pitchValue, {
  needs: ["kind"],
  listen: ({ pitchRateHz }) => new PitchListener(pitchRateHz),
  compute: ({ kind, heard }) => heard.finish(kind),
});
