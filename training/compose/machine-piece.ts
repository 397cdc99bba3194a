import type { TrainingPiece } from "./composition";
import { composeHumanPiece, composeSolo } from "./human/human-piece";
import { composeRhythmLoop } from "./loops/rhythm-loop";
import { composeShortLoop } from "./loops/short-loop";
import { composePiece } from "./piece";
import { TERNARY_SEED } from "./styles/ternary-styles";

/** Numbers in a part: first loops, then pieces in the styles, then human playing; later parts have all in turn. */
export const MACHINE_PART = 100_000;
const TURNS = 3;
/** Keeps the compositions apart from those of other parts. */
const UNHEARD = 600_000;

/** What is played on machines, by its number: new pieces of the same kinds as elsewhere, and loops of `FIGURES`. */
export function composeForMachines(number: number): TrainingPiece {
  const part = Math.floor(number / MACHINE_PART);
  const unheard = UNHEARD + number;
  switch (part < TURNS ? part : number % TURNS) {
    case 0:
      // Halved, so that even numbers go through all styles.
      return number % 2 === 0 ? composeShortLoop(UNHEARD + number / 2) : composeRhythmLoop(unheard);
    case 1:
      return composePiece(number % 16 === 2 ? TERNARY_SEED + unheard : unheard);
    default:
      return number % 2 === 1 ? composeSolo(unheard) : composeHumanPiece(unheard);
  }
}
