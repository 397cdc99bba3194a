import { type MeasuredPiece, measurePieces } from "@/training/corpus/measurement";
import { rightByGroup } from "@/training/learn/report-lines";
import { TRIAL_PIECES } from "./trial-pieces";

/**
 * Lines that say how much of the trial on traditional tunes is right: all, by manner, with and without accompaniment,
 * by metre and by scale. `isRight` judges one measured performance; nothing is learned from them.
 */
export async function tunesReport(isRight: (measured: MeasuredPiece) => boolean): Promise<string> {
  const measured = await measurePieces(TRIAL_PIECES, "traditional tunes");
  const cases = measured.map((one, index) => ({ groups: groupsOf(index), right: isRight(one) }));
  return `traditional tunes, right:\n${rightByGroup(cases)}`;
}

function groupsOf(index: number): string[] {
  const trial = TRIAL_PIECES[index];
  if (!trial) return [];
  const alone = new Set(trial.piece.notes.map(({ channel }) => channel)).size === 1;
  return ["all", trial.manner, alone ? "melody alone" : "with accompaniment", trial.metre, trial.scale];
}
