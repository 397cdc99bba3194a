import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import { GENRES } from "@/lib/analysis/record/values/genres";
import { softmax } from "@/lib/dsp/learned/softmax";
import { percent, reliabilityLines } from "@/training/learn/report-lines";

/** A piece's class (`GENRES.length` if it has no genre) and the scores it was given. */
export type Judged = { label: number; scores: Float64Array };
type Belief = { label: number; shares: number[]; order: number[] };

const NAMES = [...GENRES, "none of these"];

/** How often the genre is first and among the first three, how well confidence holds, and what is taken for what. */
export function reportGenres(title: string, list: readonly Judged[], temperature: number): string {
  const beliefs = list.map(({ label, scores }): Belief => {
    const shares = [...softmax(scores, temperature)];
    return { label, shares, order: shares.map((_, c) => c).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0)) };
  });
  const answers = beliefs.map(answerOf);
  const confusions = NAMES.map((name, label) => {
    const own = beliefs.filter((belief) => belief.label === label);
    return `  ${name} (${own.length}): ${takenFor(own)}\n`;
  });
  return [
    `${title}: ${hitText(beliefs)}; calibration error ${expectedCalibrationError(answers).toFixed(3)}\n`,
    reliabilityLines(answers),
    ...confusions,
  ].join("");
}

const genresOf = ({ order }: Belief) => order.filter((c) => c < GENRES.length);

/** The first genre, as a record would show it; never right if the piece has none. */
function answerOf(belief: Belief): Answer {
  const best = genresOf(belief)[0] ?? 0;
  return { confidence: belief.shares[best] ?? 0, right: best === belief.label };
}

function hitText(beliefs: readonly Belief[]): string {
  const known = beliefs.filter(({ label }) => label < GENRES.length);
  const share = (count: number) => {
    const hits = known.filter((belief) => genresOf(belief).slice(0, count).includes(belief.label)).length;
    return percent(hits, known.length);
  };
  return `first ${share(1)}, among the first three ${share(3)} of ${known.length}`;
}

function takenFor(beliefs: readonly Belief[]): string {
  const counts = new Map<string, number>();
  for (const { order } of beliefs) {
    const name = NAMES[order[0] ?? 0] ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
