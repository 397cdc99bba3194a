import { bandEnvelope } from "@/components/waveform/band-envelope";
import type { PeaksState } from "@/components/waveform/use-peaks";
import { bandOnsets, COARSEST_ENVELOPE_SECONDS } from "@/lib/dsp/rhythm/band-onsets";
import { msg } from "@/lib/language/text";

/** Where sounds begin, as far as the stored waveform says; else why not. */
export interface OnsetLayer {
  onsets: readonly number[];
  absent: string | null;
}

const NONE: readonly number[] = [];

export function onsetLayer(peaks: PeaksState): OnsetLayer {
  if (peaks.status === "loading") return { onsets: NONE, absent: null };
  const level = peaks.status === "ready" ? peaks.peaks.levels[0] : undefined;
  if (!level) return { onsets: NONE, absent: msg("No waveform is available.") };
  if (level.secondsPerPoint > COARSEST_ENVELOPE_SECONDS)
    return {
      onsets: NONE,
      absent: msg("The recording is too long: its stored waveform does not say when a sound begins."),
    };
  const onsets = bandOnsets(bandEnvelope(level));
  return { onsets, absent: onsets.length === 0 ? msg("Nothing begins clearly.") : null };
}
