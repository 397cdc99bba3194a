import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { clock, listed, loudnessWord } from "@/components/visualizer/engine/words";
import { sourceOf, timbreAt } from "./timbre";

const SILENT = 0.02;

/** What the nebula shows now. */
export function nebulaCaption(piece: Piece, frame: Frame): string {
  // Parts of a second matter only where there are no more.
  const at = piece.durationSeconds < 1 ? frame.seconds : Math.floor(frame.seconds);
  const place = `${clock(at)} of ${clock(piece.durationSeconds)} is lit`;
  const source = sourceOf(piece);
  if (source === "none") {
    return `${place}. The sound's spectrum was not measured: the path shows time alone.`;
  }
  const { brightness, level, noisiness } = timbreAt(piece, frame.seconds, { brightness: 0, level: 0, noisiness: 0 });
  const now = level < SILENT ? "silent" : listed([...soundWords(brightness, noisiness, source), loudnessWord(level)]);
  const missing = source === "envelope" ? " Only three bands were measured, so the cloud is coarse." : "";
  const section = piece.sections[frame.section];
  return `${place}. The sound is ${now} here.${section ? ` This is section ${section.label}.` : ""}${missing}`;
}

function soundWords(brightness: number, noisiness: number, source: "mel" | "envelope"): string[] {
  const light = brightness < 0.35 ? "dark" : brightness > 0.55 ? "bright" : "neither dark nor bright";
  if (source === "envelope") return [light];
  return [light, noisiness > 0.75 ? "noisy" : noisiness < 0.5 ? "tonal" : "partly noisy"];
}
