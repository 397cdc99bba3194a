import { bandWords, placeWords } from "@/components/visualizer/engine/moment-words";
import type { SceneKind } from "@/components/visualizer/engine/scene";
import { clock, loudnessWord, msg, toTheTenth, type Words } from "@/components/visualizer/engine/words";
import { flatTerrain } from "./flat";
import { SpectralTerrain } from "./scene";
import { windowOf } from "./window";

export const spectralTerrain: SceneKind = {
  name: "spectral-terrain",
  title: msg("Spectral terrain"),
  note: msg(
    "The sound as land: low tones at the left, high ones at the right, higher where it is louder. What you hear is the bright line in front, what is to come lies behind it. Lines across are beats.",
  ),
  make: (options) => new SpectralTerrain(options),
  makeFlat: flatTerrain,
  caption(piece, frame, t) {
    const { aheadSeconds } = windowOf(piece);
    const ahead = Math.max(0, Math.min(aheadSeconds, piece.durationSeconds - frame.seconds));
    const words = [
      `${clock(frame.seconds, t)}: ${bandWords(frame, t)}, ${loudnessWord(frame.level, t)}.`,
      ...placeWords(piece, frame, t),
    ];
    if (piece.mel) words.push(aheadWords(ahead, t));
    return words.join(" ");
  },
};

/** Of what is so short that a tenth of a second says nothing, milliseconds. */
function aheadWords(seconds: number, t: Words): string {
  if (seconds < 0.1) return t("The land shows the next {time} milliseconds.", { time: Math.round(seconds * 1000) });
  const time = seconds < 10 ? toTheTenth(seconds, t) : Math.round(seconds);
  return t("The land shows the next {time} seconds.", { time });
}
