import { SeededRandom } from "@/bench/statistics/seeded-random";
import { type BeatCount, genreFeatures } from "@/lib/analysis/derived/genre-features";
import { GENRES } from "@/lib/analysis/record/values/genres";
import { DRUM_CHANNEL, type TrainingPiece } from "@/training/compose/composition";
import { GENRE_STYLES } from "@/training/compose/styles/genre-styles";
import type { Example } from "@/training/learn/softmax-training";
import type { GenrePiece } from "./genre-evidence";

/** The class after the last genre is music that belongs to none. */
export const CLASSES = GENRES.length + 1;
export type GenreExample = Example & { styleIndex: number };

/** Beats are tracked with some error, which is the same throughout a piece. */
const LATE_SECONDS = 0.025;
/** Weights: beats counted twice or half as fast or from another bar line, and beats not found. */
const MISCOUNTED = 0.25;
const UNCOUNTED = 0.15;
/** In music without drums, beats are more often not found. */
const UNCOUNTED_WITHOUT_DRUMS = 0.6;

/** A piece as it is first, then as it looks when its beats are counted wrongly, which happens to the engine too. */
export function examplesOf(piece: GenrePiece): GenreExample[] {
  const random = new SeededRandom(piece.piece.seed * 48271 + 3);
  const drums = piece.piece.notes.some(({ channel }) => channel === DRUM_CHANNEL);
  const right = countOf(piece, random);
  const octave = random.chance(0.5) ? twice(right) : half(right);
  const counts: [BeatCount | null, number][] = [
    [right, 0.5],
    [late(right, random.between(-LATE_SECONDS, LATE_SECONDS)), 0.5],
    [late(right, random.between(-LATE_SECONDS, LATE_SECONDS)), 0.5],
    [octave, MISCOUNTED],
    [turned(right, random.whole(1, 3)), MISCOUNTED],
    [null, drums ? UNCOUNTED : UNCOUNTED_WITHOUT_DRUMS],
  ];
  const label = piece.genre === null ? GENRES.length : GENRES.indexOf(piece.genre);
  return counts.map(([count, weight]) => ({
    features: genreFeatures({ ...piece.heard, count }),
    label,
    weight,
    styleIndex: piece.styleIndex,
  }));
}

function countOf({ piece, styleIndex }: GenrePiece, random: SeededRandom): BeatCount {
  const beats = piece.beatSeconds.filter((seconds) => seconds < piece.durationSeconds);
  const thirds = GENRE_STYLES[styleIndex]?.style.stepsPerBeat === 3;
  const compound = thirds && random.chance(0.5);
  return {
    bpm: piece.bpm,
    beats,
    downbeats: everyNth(beats, beatsPerBarOf(piece), 0),
    meter: compound ? { beatsPerBar: 6, beatUnit: 8 } : { beatsPerBar: beatsPerBarOf(piece), beatUnit: 4 },
  };
}

const beatsPerBarOf = ({ beatsPerBar }: TrainingPiece) => (beatsPerBar === 3 ? 3 : 4);
const everyNth = (beats: readonly number[], step: number, from: number) =>
  beats.filter((_, index) => index % step === from % step);

function late(count: BeatCount, seconds: number): BeatCount {
  const moved = (times: readonly number[]) => times.map((time) => time + seconds);
  return { ...count, beats: moved(count.beats), downbeats: moved(count.downbeats) };
}

function twice({ bpm, beats, meter }: BeatCount): BeatCount {
  const doubled = beats.flatMap((seconds, i) => [seconds, (seconds + (beats[i + 1] ?? seconds + 60 / bpm)) / 2]);
  return { bpm: bpm * 2, beats: doubled, downbeats: everyNth(doubled, 4, 0), meter };
}

function half({ bpm, beats, meter }: BeatCount): BeatCount {
  const halved = everyNth(beats, 2, 0);
  return { bpm: bpm / 2, beats: halved, downbeats: everyNth(halved, 4, 0), meter };
}

function turned(count: BeatCount, by: number): BeatCount {
  return { ...count, downbeats: everyNth(count.beats, count.meter.beatsPerBar === 3 ? 3 : 4, by) };
}
