import { createHash } from "node:crypto";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { sumChroma } from "@/lib/dsp/harmony/chroma-timeline";
import type { FineChroma } from "@/lib/dsp/harmony/hpcp";
import { openingOf } from "@/lib/dsp/harmony/key";
import { KeyEvidence } from "@/lib/dsp/harmony/key-scores";
import { BASS_CHANNEL, DRUM_CHANNEL, type Mode, type TimedNote } from "@/training/compose/composition";
import { composeFolkMelody } from "@/training/compose/folk-melody";
import { composeHumanPiece } from "@/training/compose/human/human-piece";
import { composeLoopHarmony } from "@/training/compose/loops/loop-harmony";
import { composePiece } from "@/training/compose/piece";
import { keptText } from "@/training/host/cache";
import { playPlainly } from "@/training/sounds/plain-synth";
import { CORPUS } from "./corpus";
import { chromaRows, type PieceChroma, pieceChroma, type RoundedChroma, roundedChroma } from "./fine-chroma";

/** Share of pieces heard from somewhere in the middle: real music does not open on its tonic about as often. */
const EXCERPTS = 0.3;
/** Seeds of pieces whose bass or whole is moved by octaves, so that a bass is known on either side of its border. */
const MOVED_SEED = 50_000;
const LOWEST_PITCH = 21;
const HIGHEST_PITCH = 109;

const BANDS = 500;
const LOOPS = 700;
const HUMAN = 400;
const TUNES = 800;
/** Seeds of tunes, apart from those of bands and loops. */
const TUNE_SEED = 1_000_000;

/** Inputs from each tonic, of the whole piece and of a passage in it, whose opening tells nothing. */
export type KeyExample = { inputs: Float64Array[]; passage: Float64Array[]; right: number; style: string };
type Playable = {
  style: string;
  tonic: number;
  mode: Mode;
  durationSeconds: number;
  notes: TimedNote[];
  drumsOnly?: boolean;
};

/** 0 … 11 major from C, 12 … 23 minor. */
const keyIndexOf = ({ tonic, mode }: Pick<Playable, "tonic" | "mode">) => tonic + (mode === "major" ? 0 : 12);

const inputsOf = (evidence: KeyEvidence) => Array.from({ length: 12 }, (_, tonic) => evidence.inputs(tonic));

export function keyExample(
  piece: Pick<Playable, "tonic" | "mode" | "style">,
  { whole, opening }: PieceChroma<FineChroma>,
): KeyExample {
  return {
    inputs: inputsOf(new KeyEvidence(whole, opening)),
    passage: inputsOf(new KeyEvidence(whole, null)),
    right: keyIndexOf(piece),
    style: piece.style,
  };
}

/**
 * Band music, loops, human playing and plain tunes by an additive synthesiser; half as many again with parts moved by
 * octaves.
 */
export async function keyExamples(): Promise<KeyExample[]> {
  const kinds: [(seed: number) => Playable, count: number][] = [
    [composePiece, BANDS],
    [composeLoopHarmony, LOOPS],
    [(seed) => composeHumanPiece(CORPUS.human.firstSeed + seed), HUMAN],
    [(seed) => composeFolkMelody(TUNE_SEED + seed), TUNES],
  ];
  const examples: KeyExample[] = [];
  for (const [first, share] of [
    [0, 1],
    [MOVED_SEED, 2],
  ] as const) {
    for (const [compose, count] of kinds) {
      for (let seed = first; seed < first + count / share; seed++) {
        const piece = compose(seed);
        const example = piece.drumsOnly ? null : await heard(piece, seed, first > 0);
        if (example) examples.push(example);
        if (example && examples.length % 200 === 0) process.stderr.write(`key: ${examples.length} pieces\n`);
      }
    }
  }
  return examples;
}

/** Null if nothing in the piece has a pitch. */
async function heard(piece: Playable, seed: number, moved: boolean): Promise<KeyExample | null> {
  const random = new SeededRandom(seed * 69069 + 5);
  const excerpt = random.chance(EXCERPTS);
  const played = moved ? movedByOctaves(piece, random) : piece;
  const made = JSON.stringify([played.notes, played.durationSeconds, seed]);
  const name = `key/${seed}-${createHash("sha256").update(made).digest("hex").slice(0, 12)}.json`;
  const text = await keptText(name, () => JSON.stringify(measured(played, seed, excerpt ? random : null)));
  const kept: PieceChroma<RoundedChroma> = JSON.parse(text);
  return kept.whole.frames === 0 ? null : keyExample(piece, pieceChroma(kept));
}

function measured(piece: Playable, seed: number, random: SeededRandom | null): PieceChroma<RoundedChroma> {
  const rows = chromaRows(playPlainly(piece, seed));
  const from = random ? random.whole(0, Math.max(0, rows.length - 9)) : 0;
  return { whole: roundedChroma(sumChroma(rows)), opening: roundedChroma(openingOf(rows, from)) };
}

function movedByOctaves(piece: Playable, random: SeededRandom): Playable {
  const bass = random.pick([0, 0, 0, -12, 12]);
  const all = random.pick([0, 0, 0, 0, -12, 12]);
  const notes = piece.notes
    .map((note) =>
      note.channel === DRUM_CHANNEL
        ? note
        : { ...note, pitch: note.pitch + all + (note.channel === BASS_CHANNEL ? bass : 0) },
    )
    .filter(({ pitch }) => pitch >= LOWEST_PITCH && pitch <= HIGHEST_PITCH);
  return { ...piece, notes };
}
