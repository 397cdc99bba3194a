import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rhythmProfile } from "@/lib/dsp/rhythm-profile";
import { tempoCandidates } from "@/lib/dsp/tempo-candidates";
import { tempoFeatures } from "@/lib/dsp/tempo-features";
import { scoreCandidate, type TempoNetwork } from "@/lib/dsp/tempo-network";
import { FRAMES_PER_SECOND, type MeasuredPiece, measurePieces } from "./measurement";
import { type Choice, trainNetwork } from "./network-training";

// Learns the choice of the beat level from generated music: node scripts/run.mjs bench/train/tempo.ts [pieces]

const PIECES = Number(process.argv[2] ?? 1440);
const NETWORKS = 3;
const OPTIONS = { hidden: 24, epochs: 60, decay: 0.01 };
const WITHIN = 0.04;
/** Every fifth piece only tells how good the fit is. */
const HELD_OUT = 5;

function choiceOf({ piece, strengths, durationSeconds }: MeasuredPiece): Choice | null {
  const profile = rhythmProfile(strengths, FRAMES_PER_SECOND, durationSeconds);
  if (!profile) return null;
  const candidates = tempoCandidates(profile);
  const errors = candidates.map((bpm) => Math.abs(bpm / piece.bpm - 1));
  const right = errors.indexOf(Math.min(...errors));
  if ((errors[right] ?? 1) > WITHIN) return null;
  return { features: candidates.map((bpm) => tempoFeatures(profile, bpm)), right };
}

function rightShare(choices: Choice[], networks: TempoNetwork[]): number {
  const hits = choices.filter(({ features, right }) => {
    const scores = features.map((x) => networks.reduce((sum, network) => sum + scoreCandidate(network, x), 0));
    return scores.indexOf(Math.max(...scores)) === right;
  });
  return hits.length / choices.length;
}

const learn = (choices: Choice[]) =>
  Array.from({ length: NETWORKS }, (_, index) => trainNetwork(choices, { ...OPTIONS, seed: index + 1 }));

const rounded = (value: number) => Number(value.toPrecision(4));

function write(networks: TempoNetwork[]): void {
  const plain = JSON.stringify(networks, (_, value) => (typeof value === "number" ? rounded(value) : value));
  const source = `import type { TempoNetwork } from "./tempo-network";

/** Written by \`bench/train/tempo.ts\`; their scores are averaged. */
export const TEMPO_NETWORKS: readonly TempoNetwork[] = ${plain};
`;
  writeFileSync(join(process.cwd(), "lib/dsp/tempo-weights.ts"), source);
}

async function main(): Promise<void> {
  const pieces = await measurePieces(PIECES, (done) => {
    if (done % 100 === 0) process.stderr.write(`${done} of ${PIECES} pieces\n`);
  });
  const choices = pieces.map(choiceOf);
  const usable = (keep: (index: number) => boolean) =>
    choices.filter((choice, index): choice is Choice => choice !== null && keep(index));
  const trial = learn(usable((index) => index % HELD_OUT !== 0));
  const held = rightShare(
    usable((index) => index % HELD_OUT === 0),
    trial,
  );
  process.stdout.write(`beat level right on held-out pieces: ${(100 * held).toFixed(1)} %\n`);
  for (const style of new Set(pieces.map(({ piece }) => piece.style))) {
    const own = usable((index) => index % HELD_OUT === 0 && pieces[index]?.piece.style === style);
    process.stdout.write(`  ${style}: ${(100 * rightShare(own, trial)).toFixed(0)} % of ${own.length}\n`);
  }
  write(learn(usable(() => true)));
}

await main();
