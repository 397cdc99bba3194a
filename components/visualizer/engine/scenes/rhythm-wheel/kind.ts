import { placeWords } from "@/components/visualizer/engine/moment-words";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { SceneKind } from "@/components/visualizer/engine/scene";
import { clock, loudnessWord, msg, type Words } from "@/components/visualizer/engine/words";
import { BarMap } from "./bar-map";
import { flatWheel } from "./flat";
import { RhythmWheel } from "./scene";

export const rhythmWheel: SceneKind = {
  name: "rhythm-wheel",
  title: msg("Rhythm wheel"),
  note: msg(
    "One turn is a bar, and the hand is where you are in it. Sounds that begin gather where they fall, and wind outwards bar by bar. Inside: how loud bass, middle and treble are through a typical bar.",
  ),
  make: (options, renderer) => new RhythmWheel(options, renderer),
  makeFlat: flatWheel,
  caption(piece, frame, t) {
    const words = [`${clock(frame.seconds, t)}: ${loudnessWord(frame.level, t)}.`];
    const { beat } = frame;
    if (piece.beats.length < 2) words.push(t("No beats were found, so one turn of the ring is the whole sound."));
    else if (beat) {
      const { bar, beatInBar, beatsPerBar } = beat;
      words.push(t("Bar {bar}, beat {beat} of {beats}.", { bar: bar + 1, beat: beatInBar + 1, beats: beatsPerBar }));
    } else words.push(frame.seconds < (piece.beats[0] ?? 0) ? t("Before the first beat.") : t("After the last beat."));
    const offBeat = offBeatOf(piece);
    if (offBeat !== null) words.push(swingWords(offBeat, t));
    return [...words, ...placeWords(piece, frame, t)].join(" ");
  },
};

const known = new WeakMap<Piece, number | null>();

/** Where off-beats fall in the beat, 0 … 1. Null where there are too few to say. */
function offBeatOf(piece: Piece): number | null {
  let offBeat = known.get(piece);
  if (offBeat === undefined) {
    offBeat = new BarMap(piece).offBeat;
    known.set(piece, offBeat);
  }
  return offBeat;
}

/** "Off-beats fall at 62% of the beat: it swings." */
function swingWords(offBeat: number, t: Words): string {
  const values = { percent: Math.round(offBeat * 100) };
  if (offBeat < 0.53) return t("Off-beats fall at {percent}% of the beat: straight.", values);
  return offBeat < 0.6
    ? t("Off-beats fall at {percent}% of the beat: a light swing.", values)
    : t("Off-beats fall at {percent}% of the beat: it swings.", values);
}
