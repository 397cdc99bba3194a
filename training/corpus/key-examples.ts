import { createHash } from "node:crypto";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { KeyEvidence } from "@/lib/dsp/harmony/key-inputs";
import { passageInputs } from "@/lib/dsp/harmony/passage-keys";
import { type PitchRow, sumRows } from "@/lib/dsp/harmony/pitch-rows";
import { BASS_CHANNEL, DRUM_CHANNEL, type Mode, type TimedNote } from "@/training/compose/composition";
import { composeFolkMelody } from "@/training/compose/folk-melody";
import { composeLoopHarmony } from "@/training/compose/loops/loop-harmony";
import { composePiece } from "@/training/compose/piece";
import { composeFolkTune } from "@/training/compose/songs/folk-tune";
import { composePianoPiece } from "@/training/compose/songs/piano-piece";
import { composePopSong } from "@/training/compose/songs/pop-song";
import { keptText } from "@/training/host/cache";
import { playPlainly } from "@/training/sounds/plain-synth";
import { chromaRows, type KeptRows, keptRows, pitchRows } from "./fine-chroma";

/** Every so many pieces have the bass or all notes moved by octaves, so that a bass is known on either side of its border. */
const MOVED = 3;
const LOWEST_PITCH = 21;
const HIGHEST_PITCH = 109;
/** Rows that are left of a piece that is heard from its middle on: seven seconds at least. */
const ROWS_LEFT = 40;
/** How many more pieces of each source are tried and not learned from, as a share. */
const TRIED = 0.2;

/** What is heard of a piece, its inputs from each tonic, and those of a passage, whose opening tells nothing. */
export type KeyExample = {
  evidence: KeyEvidence;
  inputs: Float64Array[];
  passage: Float64Array[];
  right: number;
  style: string;
  /** How much it counts. */
  weight: number;
};
type Playable = {
  style: string;
  tonic: number;
  mode: Mode;
  durationSeconds: number;
  notes: TimedNote[];
  drumsOnly?: boolean;
};
/**
 * Music that is composed by a number, how much of it, and the share that is heard from the middle on. Songs, tunes and
 * piano pieces are excerpts already.
 */
type Source = { compose: (number: number) => Playable; count: number; cut: number; weight?: number };

/** A loop begins on its tonic where a song with the same chords may not; without this, songs would outvote loops. */
const LOOP_WEIGHT = 2.5;

const SOURCES: Record<string, Source> = {
  bands: { compose: composePiece, count: 500, cut: 0.35 },
  loops: { compose: composeLoopHarmony, count: 500, cut: 0.1, weight: LOOP_WEIGHT },
  tunes: { compose: (number) => composeFolkMelody(1_000_000 + number), count: 400, cut: 0.4 },
  songs: { compose: composePopSong, count: 1000, cut: 0 },
  folk: { compose: composeFolkTune, count: 1000, cut: 0 },
  piano: { compose: composePianoPiece, count: 700, cut: 0 },
};

/** Index of a key among the 24 answers: each tonic's major before its minor. */
const keyIndexOf = ({ tonic, mode }: Pick<Playable, "tonic" | "mode">) => 2 * tonic + (mode === "major" ? 0 : 1);

function keyExample(
  piece: Pick<Playable, "tonic" | "mode" | "style">,
  rows: readonly PitchRow[],
  weight: number,
): KeyExample {
  const evidence = new KeyEvidence(rows);
  return {
    evidence,
    inputs: Array.from({ length: 12 }, (_, tonic) => evidence.inputs(tonic)),
    passage: passageInputs(sumRows(rows)),
    right: keyIndexOf(piece),
    style: piece.style,
    weight,
  };
}

/** Music of all sources, played by an additive synthesiser: to learn from, and as much of each kind to be tried on. */
export async function keyExamples(): Promise<{ learned: KeyExample[]; tried: KeyExample[] }> {
  const learned: KeyExample[] = [];
  const tried: KeyExample[] = [];
  for (const [name, { count, weight = 1 }] of Object.entries(SOURCES)) {
    for (let number = 0; number < count * (1 + TRIED); number++) {
      const heard = await heardRows(name, number);
      if (heard) (number < count ? learned : tried).push(keyExample(heard.piece, heard.rows, weight));
    }
    process.stderr.write(`key: ${name}, ${learned.length} pieces\n`);
  }
  return { learned, tried };
}

/** What is heard of a piece of a source by its number; null if nothing in it has a pitch. */
async function heardRows(source: string, number: number): Promise<{ piece: Playable; rows: PitchRow[] } | null> {
  const { compose, cut } = SOURCES[source] as Source;
  const piece = compose(number);
  if (piece.drumsOnly) return null;
  const random = new SeededRandom(number * 69069 + 5);
  const notes = number % MOVED === 0 ? movedByOctaves(piece, random) : piece.notes;
  const made = JSON.stringify([notes, piece.durationSeconds, number]);
  const name = `key/${number}-${createHash("sha256").update(made).digest("hex").slice(0, 12)}.json`;
  const text = await keptText(name, () => JSON.stringify(measured({ ...piece, notes }, number)));
  const kept: KeptRows = JSON.parse(text);
  const from = random.chance(cut) && kept.length > ROWS_LEFT ? random.whole(1, kept.length - ROWS_LEFT) : 0;
  const rows = pitchRows(kept).slice(from);
  return rows.every(({ frames }) => frames === 0) ? null : { piece, rows };
}

const measured = (piece: Playable, number: number): KeptRows => keptRows(chromaRows(playPlainly(piece, number)));

function movedByOctaves({ notes }: Playable, random: SeededRandom): TimedNote[] {
  const bass = random.pick([0, 0, 0, -12, 12]);
  const all = random.pick([0, 0, 0, 0, -12, 12]);
  return notes
    .map((note) =>
      note.channel === DRUM_CHANNEL
        ? note
        : { ...note, pitch: note.pitch + all + (note.channel === BASS_CHANNEL ? bass : 0) },
    )
    .filter(({ pitch }) => pitch >= LOWEST_PITCH && pitch <= HIGHEST_PITCH);
}
