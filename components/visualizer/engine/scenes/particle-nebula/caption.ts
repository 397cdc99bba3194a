import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { clock, listed, loudnessWord, type Words } from "@/components/visualizer/engine/words";
import { sourceOf, timbreAt } from "./timbre";

const SILENT = 0.02;

/** What the nebula shows now. */
export function nebulaCaption(piece: Piece, frame: Frame, t: Words): string {
  // Parts of a second matter only where there are no more.
  const at = piece.durationSeconds < 1 ? frame.seconds : Math.floor(frame.seconds);
  const place = { at: clock(at, t), length: clock(piece.durationSeconds, t) };
  const source = sourceOf(piece);
  const isLit = t("{at} of {length} is lit.", place);
  if (source === "none") {
    return `${isLit} ${t("The sound's spectrum was not measured: the path shows time alone.")}`;
  }
  const { brightness, level, noisiness } = timbreAt(piece, frame.seconds, { brightness: 0, level: 0, noisiness: 0 });
  const now =
    level < SILENT
      ? loudnessWord(0, t)
      : listed([...soundWords({ brightness, noisiness, source }, t), loudnessWord(level, t)], t);
  const sentences = [isLit, t("The sound is {words} here.", { words: now })];
  const section = piece.sections[frame.section];
  if (section) sentences.push(t("This is section {label}.", { label: section.label }));
  if (source === "envelope") sentences.push(t("Only three bands were measured, so the cloud is coarse."));
  return sentences.join(" ");
}

interface Timbre {
  brightness: number;
  noisiness: number;
  source: "mel" | "envelope";
}

function soundWords({ brightness, noisiness, source }: Timbre, t: Words): string[] {
  const light =
    brightness < 0.35
      ? t("[timbre] dark")
      : brightness > 0.55
        ? t("[timbre] bright")
        : t("[timbre] neither dark nor bright");
  if (source === "envelope") return [light];
  const noise =
    noisiness > 0.75 ? t("[timbre] noisy") : noisiness < 0.5 ? t("[timbre] tonal") : t("[timbre] partly noisy");
  return [light, noise];
}
