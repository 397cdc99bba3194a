import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { LabelledFile } from "@/bench/labels/labelled-file";
import { variationOf } from "@/bench/retrieval/sound-class";
import type { AnalysisPool } from "@/lib/analysis/worker/pool";
import { isNear } from "@/lib/duplicates/near-sounds";
import { fromStoredVector, toStoredVector } from "@/lib/search-documents/stored-vector";
import { ASPECTS } from "@/lib/similarity/schema";
import { type CopyKind, makeCopy } from "./copies";
import { inTurns } from "./recognition";

/** What makes a sound another recording, and still nearly the same. */
const CHANGES: CopyKind[] = [
  { name: "3 dB more bass, 3 dB less treble", extension: "wav", options: ["-af", "bass=g=3,treble=g=-3"] },
  { name: "compressed 4:1", extension: "wav", options: ["-af", "acompressor=threshold=0.1:ratio=4:makeup=2"] },
  { name: "20 cents higher", extension: "wav", options: ["-af", higher(20)] },
  { name: "a semitone higher", extension: "wav", options: ["-af", higher(100)] },
];

function higher(cents: number): string {
  return `aresample=44100,asetrate=${Math.round(44_100 * 2 ** (cents / 1200))},aresample=44100`;
}

/** The mean of the aspects' cosines, as the index weighs them for this question. Each aspect has length 1. */
const similarityOf = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / ASPECTS.length;

interface Sound {
  name: string;
  group: string;
  seconds: number;
  vector: Float32Array;
}

export interface NearRow {
  group: string;
  files: number;
  /** Pairs of different files that are near, by how they are named: turns of the same thing, or others. */
  turns: string[];
  strangers: string[];
  pairs: number;
  /** For each change, how many of the changed files are near to their original. */
  changes: { name: string; near: number; of: number }[];
}

/** Which different files of each group are nearly the same, and which changed ones still are. */
export async function measureNear(pool: AnalysisPool, files: readonly LabelledFile[]): Promise<NearRow[]> {
  const sounds: Sound[] = [];
  const changed = new Map<string, { near: number; of: number }>();
  const folder = mkdtempSync(join(tmpdir(), "samplemind-near-"));
  try {
    await inTurns(files, async ({ path, group }, i) => {
      const sound = await hear(pool, path, group);
      if (!sound) return;
      sounds.push(sound);
      for (const change of CHANGES) {
        const copy = await makeCopy(path, change, folder, String(i));
        const other = await hear(pool, copy, group);
        rmSync(copy, { force: true });
        const count = changed.get(`${group} ${change.name}`) ?? { near: 0, of: 0 };
        count.of += 1;
        if (other && areNear(sound, other)) count.near += 1;
        changed.set(`${group} ${change.name}`, count);
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const groups = [...new Set(sounds.map(({ group }) => group))].sort();
  return groups.map((group) => {
    const own = sounds.filter((sound) => sound.group === group).sort((a, b) => (a.name < b.name ? -1 : 1));
    const near = own.flatMap((a, i) => own.slice(i + 1).flatMap((b) => (areNear(a, b) ? [[a, b] as const] : [])));
    const named = (turns: boolean) =>
      near
        .filter(([a, b]) => (variationOf(a.name) === variationOf(b.name)) === turns)
        .map(([a, b]) => `${basename(a.name)} ≈ ${basename(b.name)}`);
    const changes = CHANGES.map(({ name }) => ({ name, ...(changed.get(`${group} ${name}`) ?? { near: 0, of: 0 }) }));
    const pairs = (own.length * (own.length - 1)) / 2;
    return { group, files: own.length, turns: named(true), strangers: named(false), pairs, changes };
  });
}

/** Null for silence, which sounds like nothing. */
async function hear(pool: AnalysisPool, path: string, group: string): Promise<Sound | null> {
  const { record } = await pool.analyze({ path, fairnessKey: "bench", pictures: false, values: ["embedding"] });
  if (!record.embedding) return null;
  try {
    const vector = fromStoredVector(toStoredVector(record.embedding));
    return { name: path, group, seconds: record.durationSeconds, vector };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const areNear = (a: Sound, b: Sound) => isNear(similarityOf(a.vector, b.vector), Math.min(a.seconds, b.seconds));
