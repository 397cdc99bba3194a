import type { SeededRandom } from "@/bench/statistics/seeded-random";
import type { TrainingPiece } from "@/training/compose/composition";

/** How often an excerpt begins where the music does, and ends where it does; the others lie in the middle. */
export type ExcerptPlaces = { beginning: number; end: number };

/** Silence before music that is heard from its beginning, in seconds: mostly none. */
const LEADS = [0, 0, 0.02, 0.05, 0.3];
/** The last chord rings on. */
const TAIL_SECONDS = 1;

/** A part of a piece, of `seconds` at most. What sounds where it begins is cut into. */
export function excerptOf(
  piece: TrainingPiece,
  random: SeededRandom,
  { beginning, end }: ExcerptPlaces,
  seconds: number,
): TrainingPiece {
  const place = random.next();
  const last = Math.max(0, piece.durationSeconds - seconds);
  const from =
    place < beginning
      ? -random.pick(LEADS)
      : place < beginning + end
        ? Math.min(last + TAIL_SECONDS, piece.durationSeconds / 2)
        : random.between(0, last);
  const durationSeconds = Math.min(seconds, piece.durationSeconds + TAIL_SECONDS - from);
  return {
    ...piece,
    durationSeconds,
    beatSeconds: piece.beatSeconds.map((beat) => beat - from).filter((beat) => beat >= 0 && beat < durationSeconds),
    notes: piece.notes.flatMap((note) => {
      const start = note.startSeconds - from;
      const until = start + note.lengthSeconds;
      if (until <= 0.03 || start >= durationSeconds) return [];
      return [{ ...note, startSeconds: Math.max(0, start), lengthSeconds: until - Math.max(0, start) }];
    }),
  };
}
