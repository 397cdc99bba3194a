import { placeWords } from "@/components/visualizer/engine/moment-words";
import type { Piece } from "@/components/visualizer/engine/piece";
import type { SceneKind } from "@/components/visualizer/engine/scene";
import { clock, loudnessWord } from "@/components/visualizer/engine/words";
import { BarMap } from "./bar-map";
import { flatWheel } from "./flat";
import { RhythmWheel } from "./scene";

export const rhythmWheel: SceneKind = {
  name: "rhythm-wheel",
  title: "Rhythm wheel",
  note: "One turn is a bar, and the hand is where you are in it. Sounds that begin gather where they fall, and wind outwards bar by bar. Inside: how loud bass, middle and treble are through a typical bar.",
  make: (options, renderer) => new RhythmWheel(options, renderer),
  makeFlat: flatWheel,
  caption(piece, frame) {
    const words = [`${clock(frame.seconds)}: ${loudnessWord(frame.level)}.`];
    if (piece.beats.length < 2) words.push("No beats were found, so one turn of the ring is the whole sound.");
    else if (frame.beat)
      words.push(`Bar ${frame.beat.bar + 1}, beat ${frame.beat.beatInBar + 1} of ${frame.beat.beatsPerBar}.`);
    else words.push(frame.seconds < (piece.beats[0] ?? 0) ? "Before the first beat." : "After the last beat.");
    const swing = swingWords(piece);
    if (swing) words.push(swing);
    return [...words, ...placeWords(piece, frame)].join(" ");
  },
};

const known = new WeakMap<Piece, string | null>();

/** "Off-beats fall at 62% of the beat: it swings." Null where there are too few to say. */
function swingWords(piece: Piece): string | null {
  let words = known.get(piece);
  if (words === undefined) {
    const { offBeat } = new BarMap(piece);
    words =
      offBeat === null ? null : `Off-beats fall at ${Math.round(offBeat * 100)}% of the beat: ${feelOf(offBeat)}.`;
    known.set(piece, words);
  }
  return words;
}

const feelOf = (offBeat: number) => (offBeat < 0.53 ? "straight" : offBeat < 0.6 ? "a light swing" : "it swings");
