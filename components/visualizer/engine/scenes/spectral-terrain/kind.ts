import { bandWords, placeWords } from "@/components/visualizer/engine/moment-words";
import type { SceneKind } from "@/components/visualizer/engine/scene";
import { clock, loudnessWord } from "@/components/visualizer/engine/words";
import { flatTerrain } from "./flat";
import { SpectralTerrain } from "./scene";
import { windowOf } from "./window";

export const spectralTerrain: SceneKind = {
  name: "spectral-terrain",
  title: "Spectral terrain",
  note: "The sound as land: low tones at the left, high ones at the right, higher where it is louder. What you hear is the bright line in front, what is to come lies behind it. Lines across are beats.",
  make: (options) => new SpectralTerrain(options),
  makeFlat: flatTerrain,
  caption(piece, frame) {
    const { aheadSeconds } = windowOf(piece);
    const ahead = Math.max(0, Math.min(aheadSeconds, piece.durationSeconds - frame.seconds));
    const words = [
      `${clock(frame.seconds)}: ${bandWords(frame)}, ${loudnessWord(frame.level)}.`,
      ...placeWords(piece, frame),
    ];
    if (piece.mel) words.push(`The land shows the next ${lengthWords(ahead)}.`);
    return words.join(" ");
  },
};

/** Of what is so short that a tenth of a second says nothing, milliseconds. */
function lengthWords(seconds: number): string {
  if (seconds < 0.1) return `${Math.round(seconds * 1000)} milliseconds`;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} seconds`;
}
