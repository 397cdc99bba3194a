import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { clock, keyName, loudnessWord } from "@/components/visualizer/engine/words";
import { foldsOf } from "./journey";

/** What the tunnel shows now. */
export function tunnelCaption(piece: Piece, frame: Frame): string {
  const sentences = [metreWords(piece, frame)];
  const section = piece.sections[frame.section];
  const next = piece.sections[frame.section + 1];
  if (section) {
    const ahead = next ? `, and ${next.label} begins in ${clock(next.startSeconds - frame.seconds)}` : "";
    sentences.push(`The pattern is that of section ${section.label}${ahead}.`);
  }
  if (piece.key) sentences.push(`Its colours are those of ${keyName(piece.key)}.`);
  if (!piece.mel && !piece.envelope) sentences.push("The sound's spectrum was not measured, so the wall is bare.");
  else sentences.push(`The sound is ${loudnessWord(frame.level)} here.`);
  return sentences.join(" ");
}

function metreWords({ beats, beatsPerBar }: Piece, { beat }: Frame): string {
  if (beats.length < 2) return "No beats were found: the tunnel moves steadily.";
  const segments = `${foldsOf(beatsPerBar)} segments`;
  if (!beat) return `No beat sounds here. The tunnel has ${segments}.`;
  return `Bar ${beat.bar + 1}, beat ${beat.beatInBar + 1} of ${beat.beatsPerBar}: the tunnel has ${segments}.`;
}
