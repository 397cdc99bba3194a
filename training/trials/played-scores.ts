import { beatScore, tempoAcc1, tempoAcc2 } from "@/bench/accuracy/scores";
import type { Answer } from "@/bench/statistics/calibration";
import type { BeatGrid } from "@/lib/analysis/extractors/beat-grid";
import type { TempoEstimate } from "@/lib/dsp/rhythm/tempo";
import type { PlayedPiece } from "@/training/compose/played/played-piece";

/** What was right about a piece, 0 … 1 each; what does not apply is left out. */
export type Scores = Partial<Record<(typeof MEASURES)[number], number>>;
export const MEASURES = [
  "tempo Acc1",
  "tempo Acc2",
  "beats F",
  "downbeats F",
  "duple or triple",
  "metre",
  "change seen",
  "kept one tempo",
  "no tempo",
] as const;

export type Found = { tempo: TempoEstimate; grid: BeatGrid | null };
export type Judged = { scores: Scores; tempo: Answer | null; meter: Answer | null };

const FAMILIES: Record<string, string> = {
  ...{ "2/4": "duple", "4/4": "duple", "3/4": "triple" },
  ...{ "6/8": "compound", "9/8": "compound", "12/8": "compound" },
};
const TRIPLE = ["3/4", "9/8"];
/** A tempo that moves by more than this, as a share of it, is not called steady. */
const CHANGE_MIN = 0.03;

export function judged(piece: PlayedPiece, { tempo, grid }: Found): Judged {
  if (piece.kind === "held tone") return { scores: { "no tempo": Number(!tempo.found) }, tempo: null, meter: null };
  const bpm = tempo.found ? tempo.bpm : null;
  const tempi = "tempi" in piece ? (piece.tempi as number[]) : [piece.bpm];
  const right = tempi.some((expected) => tempoAcc1(bpm, expected));
  const changes = tempo.found && tempo.variation > CHANGE_MIN;
  const scores: Scores = {
    "tempo Acc1": Number(right),
    "tempo Acc2": Number(tempi.some((expected) => tempoAcc2(bpm, expected))),
    "beats F": beatScore(grid?.beats ?? [], piece.beatSeconds),
    "downbeats F": beatScore(grid?.downbeats ?? [], piece.downbeatSeconds),
    ...("tempi" in piece ? { "change seen": Number(changes) } : { "kept one tempo": Number(!changes) }),
    ...("tempi" in piece ? {} : meterScores(piece.meter, grid)),
  };
  return {
    scores,
    tempo: tempo.found ? { confidence: tempo.confidence, right } : null,
    meter: grid && scores.metre !== undefined ? { confidence: grid.meter.confidence, right: scores.metre === 1 } : null,
  };
}

/** The family: two, three, or beats in three. Duple or triple: how many beats a bar, whatever beats are cut into. */
function meterScores(meter: string, grid: BeatGrid | null): Scores {
  const written = grid ? `${grid.meter.beatsPerBar}/${grid.meter.beatUnit}` : "";
  const isTriple = (name: string) => TRIPLE.includes(name);
  return {
    "duple or triple": Number(grid !== null && isTriple(written) === isTriple(meter)),
    metre: Number(FAMILIES[written] === FAMILIES[meter]),
  };
}
