import type { Piece } from "@/components/visualizer/engine/piece";
import type { Frame } from "@/components/visualizer/engine/scene";
import { clock, keyName, loudnessWord, type Words } from "@/components/visualizer/engine/words";
import { foldsOf } from "./journey";

/** What the tunnel shows now. */
export function tunnelCaption(piece: Piece, frame: Frame, t: Words): string {
  const sentences = [metreWords(piece, frame, t)];
  const section = piece.sections[frame.section];
  const next = piece.sections[frame.section + 1];
  if (section) {
    const { label } = section;
    sentences.push(
      next
        ? t("The pattern is that of section {label}, and {next} begins in {time}.", {
            label,
            next: next.label,
            time: clock(next.startSeconds - frame.seconds, t),
          })
        : t("The pattern is that of section {label}.", { label }),
    );
  }
  if (piece.key) sentences.push(t("Its colours are those of {key}.", { key: keyName(piece.key, t) }));
  if (!piece.mel && !piece.envelope) {
    sentences.push(t("The sound's spectrum was not measured, so the wall is bare."));
  } else sentences.push(t("The sound is {words} here.", { words: loudnessWord(frame.level, t) }));
  return sentences.join(" ");
}

function metreWords({ beats, beatsPerBar }: Piece, { beat }: Frame, t: Words): string {
  if (beats.length < 2) return t("No beats were found: the tunnel moves steadily.");
  const count = foldsOf(beatsPerBar);
  if (!beat) return t("No beat sounds here. The tunnel has {count} segments.", { count });
  return t("Bar {bar}, beat {beat} of {beats}: the tunnel has {count} segments.", {
    bar: beat.bar + 1,
    beat: beat.beatInBar + 1,
    beats: beat.beatsPerBar,
    count,
  });
}
