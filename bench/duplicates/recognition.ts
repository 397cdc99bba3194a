import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { AnalysisPool } from "@/lib/analysis/worker/pool";
import { readFingerprint } from "@/lib/dsp/spectrum/fingerprint-format";
import { matchRecordings, type Recording } from "@/lib/dsp/spectrum/recording-match";
import { askedWords, storedWords } from "@/lib/dsp/spectrum/sound-print-words";
import { type CopyKind, makeCopy } from "./copies";

/** A copy with less than this left of its sound is no promise. */
const PROMISED_FRAMES = 11;
const AT_ONCE = 4;

export interface Known {
  name: string;
  recording: Recording;
}

export interface CopyResult {
  kind: string;
  copies: number;
  found: number;
  /** Originals that the index led to, whether they were confirmed or not. */
  ledTo: number;
  /** Names of those that were not found. */
  missed: string[];
  /** Copies with less than 110 ms of sound, and how many of them were found all the same. */
  tooShort: number;
  tooShortFound: number;
  /** "copy = another original". */
  wrong: string[];
}

/** The same index as in the database, in memory. */
export class WordIndex {
  private readonly names = new Map<number, Set<string>>();

  constructor(known: readonly Known[]) {
    for (const { name, recording } of known) {
      for (const word of recording.fingerprint.print ? storedWords(recording.fingerprint.print) : []) {
        this.names.set(word, (this.names.get(word) ?? new Set()).add(name));
      }
    }
  }

  candidates({ fingerprint }: Recording): Set<string> {
    const words = fingerprint.print ? askedWords(fingerprint.print) : [];
    return new Set(words.flatMap((word) => [...(this.names.get(word) ?? [])]));
  }
}

/** What is read of a file; null if there is nothing to recognise it by, such as a file of no length. */
export async function readRecording(pool: AnalysisPool, path: string): Promise<Recording | null> {
  const input = { path, fairnessKey: "bench", pictures: false, values: ["fingerprint"] as const };
  const result = await pool.analyze(input).catch(() => null);
  const bytes = result?.record.fingerprint;
  if (!result || !bytes) return null;
  return { fingerprint: readFingerprint(Buffer.from(bytes, "base64")), seconds: result.record.durationSeconds };
}

export async function readAll(pool: AnalysisPool, paths: readonly string[]): Promise<Known[]> {
  const known: Known[] = [];
  await inTurns(paths, async (path) => {
    const recording = await readRecording(pool, path);
    if (recording) known.push({ name: path, recording });
  });
  return known.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Different files that are taken for one recording, each compared with each, without the index. */
export function falseMatches(known: readonly Known[]): string[] {
  return known.flatMap((a, i) =>
    known
      .slice(0, i)
      .filter((b) => matchRecordings(a.recording, b.recording) !== null)
      .map((b) => `${basename(a.name)} = ${basename(b.name)}`),
  );
}

/** Copies every original, looks for it, and compares the copy with every other original as well. */
export async function recognise(pool: AnalysisPool, known: readonly Known[], kind: CopyKind): Promise<CopyResult> {
  const folder = mkdtempSync(join(tmpdir(), "samplemind-copies-"));
  const index = new WordIndex(known);
  const result: CopyResult = {
    kind: kind.name,
    copies: 0,
    found: 0,
    ledTo: 0,
    missed: [],
    tooShort: 0,
    tooShortFound: 0,
    wrong: [],
  };
  try {
    await inTurns(known, async (original, i) => {
      const path = await makeCopy(original.name, kind, folder, String(i));
      const copy = await readRecording(pool, path);
      rmSync(path, { force: true });
      count(result, original, copy, known, index);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

function count(
  result: CopyResult,
  original: Known,
  copy: Recording | null,
  known: readonly Known[],
  index: WordIndex,
): void {
  const isLedTo = copy !== null && index.candidates(copy).has(original.name);
  const isFound = copy !== null && isLedTo && matchRecordings(original.recording, copy) !== null;
  const frames = copy?.fingerprint.print?.frames ?? 0;
  if (frames < PROMISED_FRAMES && frames < (original.recording.fingerprint.print?.frames ?? 0)) {
    result.tooShort += 1;
    if (isFound) result.tooShortFound += 1;
  } else {
    result.copies += 1;
    if (isLedTo) result.ledTo += 1;
    if (isFound) result.found += 1;
    else result.missed.push(basename(original.name));
  }
  if (!copy) return;
  for (const other of known) {
    if (other !== original && matchRecordings(other.recording, copy) !== null)
      result.wrong.push(`${basename(original.name)} = ${basename(other.name)}`);
  }
}

export async function inTurns<T>(list: readonly T[], work: (one: T, index: number) => Promise<void>): Promise<void> {
  const rest = list.entries();
  const worker = async () => {
    for (const [index, one] of rest) await work(one, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
