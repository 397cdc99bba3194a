import { type MeasuredPiece, measurePieces } from "@/training/corpus/measurement";
import { TRIAL_PIECES } from "./trial-pieces";

/**
 * Lines that say how much of the trial on traditional tunes is right: all, by manner, with and without accompaniment,
 * by metre and by scale. `isRight` answers for one measured performance; nothing is learned from them.
 */
export async function tunesReport(isRight: (measured: MeasuredPiece) => boolean): Promise<string> {
  const measured = await measurePieces(TRIAL_PIECES, "traditional tunes");
  const groups = new Map<string, boolean[]>();
  measured.forEach((one, index) => {
    const right = isRight(one);
    for (const group of groupsOf(index)) groups.set(group, [...(groups.get(group) ?? []), right]);
  });
  const lines = [...groups].map(([name, right]) => `  ${name}: ${right.filter(Boolean).length} of ${right.length}\n`);
  return `trial on traditional tunes, right:\n${lines.join("")}`;
}

function groupsOf(index: number): string[] {
  const trial = TRIAL_PIECES[index];
  if (!trial) return [];
  const alone = new Set(trial.piece.notes.map(({ channel }) => channel)).size === 1;
  return ["all", trial.manner, alone ? "melody alone" : "with accompaniment", trial.metre, trial.scale];
}
