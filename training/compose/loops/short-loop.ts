import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { TrainingPiece } from "@/training/compose/composition";
import { composeDrawn } from "@/training/compose/piece";
import type { Style } from "@/training/compose/styles/style";
import { STYLES } from "@/training/compose/styles/styles";

/** A single bar may take longer. */
const SHORT_SECONDS = 6;

/**
 * A loop of 1.2 to 7 seconds in any style, around the style's tempi: drums alone, drums and bass, or no drums. Some have
 * a tail, some begin after an encoder's delay.
 */
export function composeShortLoop(seed: number): TrainingPiece {
  const random = new SeededRandom(seed * 2654435761);
  const style = STYLES[seed % STYLES.length] as Style;
  const stretch = random.chance(0.35) ? 2 ** random.between(-0.25, 0.25) : 1;
  const bpm = style.bpm.map((limit) => Math.max(58, Math.min(184, limit * stretch))) as [number, number];
  const parts = random.next();
  const loop: Style = {
    ...style,
    bpm,
    loopChance: 1,
    drumChance: Object.keys(style.drums).length === 0 || parts > 0.8 ? 0 : 1,
    drumsOnlyChance: parts < 0.5 ? 1 : 0,
    comping: parts < 0.65 && Object.keys(style.drums).length > 0 ? ["none"] : style.comping,
    melodyChance: parts < 0.65 && Object.keys(style.drums).length > 0 ? 0 : style.melodyChance,
  };
  const piece = composeDrawn(seed, loop, random, SHORT_SECONDS);
  const delay = random.chance(0.25) ? random.between(0.01, 0.05) : 0;
  const tail = random.chance(0.2) ? random.between(0.02, 0.6) : 0;
  return {
    ...piece,
    beatSeconds: piece.beatSeconds.map((seconds) => seconds + delay),
    notes: piece.notes.map((note) => ({ ...note, startSeconds: note.startSeconds + delay })),
    durationSeconds: piece.durationSeconds + delay + tail,
  };
}
