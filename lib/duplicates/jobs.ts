import "server-only";
import { join } from "node:path";
import { and, eq, or, sql } from "drizzle-orm";
import { duplicatePairs } from "@/db/schema/duplicates";
import { recordingPrints } from "@/db/schema/recording-prints";
import { samples } from "@/db/schema/samples";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { analysisPool } from "@/lib/analysis/worker/pool";
import { asSystem } from "@/lib/audit/sources";
import { type Fingerprint, readFingerprint } from "@/lib/dsp/spectrum/fingerprint-format";
import { matchRecordings } from "@/lib/dsp/spectrum/recording-match";
import { askedWords, storedWords } from "@/lib/dsp/spectrum/sound-print-words";
import { digestObject } from "@/lib/pipeline/steps/object-reader";
import { withTemporaryFolder } from "@/lib/pipeline/steps/temporary-folder";
import { logger } from "@/lib/platform/logger";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { LOOKUP_VERSION, PAIRS_MAX } from "./constants";
import {
  countLookups,
  findCandidates,
  findSameBytes,
  findSharedFingerprint,
  findToLookUp,
  type LookedUpSample,
  listToLookUp,
} from "./lookups";
import { ownerWords } from "./owner-words";
import { lockDuplicates, regroup } from "./writes";

/**
 * Whoever deletes samples may wait for rows of a lookup that waits for theirs. Postgres notices after a second and ends
 * either; a lookup gives up before, and is done later.
 */
const LOCK_WAIT = "500ms";

/** `later`: the file could not be read now; the sweep tries again. */
export type LookupOutcome = "looked_up" | "already" | "later";

/**
 * Looks a sample up among its owner's, pairs it with what is the same, and makes the groups anew. Everything is written
 * in one transaction, with the row that says that it was done: killed at any instruction, it is done again.
 */
export async function lookUpSample(sampleId: string): Promise<LookupOutcome> {
  const sample = await findToLookUp(sampleId);
  if (!sample) return "already";
  try {
    const fingerprint = await fingerprintOf(sample);
    await inTransaction(asSystem(), (work) => writeLookup(work, sample, fingerprint));
    return "looked_up";
  } catch (error) {
    logger().warn({ err: error, sampleId }, "a sample could not be looked up now");
    return "later";
  }
}

/** Samples from before there were lookups, or of an older rule; the newest first. */
export const listWaiting = listToLookUp;

/** Looks some samples up, and returns how many were. */
export async function lookUpSamples(sampleIds: readonly string[]): Promise<number> {
  let done = 0;
  for (const sampleId of sampleIds) if ((await lookUpSample(sampleId)) !== "later") done += 1;
  return done;
}

/** Says how far the sweep has come, and returns it. */
export async function reportProgress(): Promise<{ analysed: number; lookedUp: number }> {
  const progress = await countLookups();
  if (progress.lookedUp < progress.analysed) logger().info(progress, "samples are being looked up for duplicates");
  return progress;
}

/** Of the record, else of the same bytes, else read from the file: older records have no print. */
async function fingerprintOf(sample: LookedUpSample): Promise<Buffer | null> {
  if (sample.fingerprint === null) return null;
  const recorded = Buffer.from(sample.fingerprint, "base64");
  if (readFingerprint(recorded).print) return recorded;
  const shared = await findSharedFingerprint(sample.sha256);
  if (shared && readFingerprint(shared).print) return shared;
  return sample.objectKey === null ? recorded : ((await readFromFile(sample, sample.objectKey)) ?? recorded);
}

function readFromFile({ ownerId, sha256 }: LookedUpSample, objectKey: string): Promise<Buffer | null> {
  return withTemporaryFolder(async (folder) => {
    const path = join(folder, "original");
    const stored = await digestObject(objectKey, { toPath: path });
    if (stored?.sha256 !== sha256) return null;
    try {
      const input = { path, fairnessKey: ownerId, pictures: false, values: ["fingerprint"] as const };
      const { record } = await analysisPool({ quickLane: true }).analyze(input);
      return record.fingerprint === null ? null : Buffer.from(record.fingerprint, "base64");
    } catch (error) {
      // The file was analysed once. What fails now is lacking for good, or a machine without room for it.
      if (!(error instanceof AnalysisFailure)) throw error;
      return null;
    }
  });
}

async function writeLookup(work: Work, sample: LookedUpSample, bytes: Buffer | null): Promise<void> {
  const { id: sampleId, ownerId, sha256, seconds } = sample;
  await lockDuplicates(work, ownerId);
  await work.tx.execute(sql.raw(`set local lock_timeout = '${LOCK_WAIT}'`));
  const isSame = and(eq(samples.id, sampleId), eq(samples.sha256, sha256));
  const [there] = await work.tx.select({ id: samples.id }).from(samples).where(isSame).for("key share");
  if (!there) return;
  const fingerprint = bytes && readFingerprint(bytes);
  const print = fingerprint?.print ?? null;
  const words = ownerWords(ownerId, print ? storedWords(print) : []);
  const row = { sampleId, ownerId, sha256, seconds, version: LOOKUP_VERSION, fingerprint: bytes, words };
  await work.tx.insert(recordingPrints).values(row).onConflictDoUpdate({ target: recordingPrints.sampleId, set: row });
  const same = await findSameBytes(work.tx, sample);
  const alike = fingerprint ? await findAlike(work, { sampleId, ownerId, seconds, fingerprint }) : [];
  const pairs: FoundPairs = new Map<string, FoundPair>([
    ...alike.map(([id, similarity]) => [id, { kind: "recording", similarity }] as const),
    ...same.map((id) => [id, { kind: "bytes", similarity: 1 }] as const),
  ]);
  await writePairs(work, sample, pairs);
}

interface Sought {
  sampleId: string;
  ownerId: string;
  seconds: number;
  fingerprint: Fingerprint;
}

async function findAlike(work: Work, sought: Sought): Promise<(readonly [id: string, similarity: number])[]> {
  const { sampleId, ownerId, seconds, fingerprint } = sought;
  const words = ownerWords(ownerId, fingerprint.print ? askedWords(fingerprint.print) : []);
  const found: (readonly [string, number])[] = [];
  for (const candidate of await findCandidates({ sampleId, ownerId, words }, work.tx)) {
    const other = { fingerprint: readFingerprint(candidate.fingerprint), seconds: candidate.seconds };
    const similarity = matchRecordings({ fingerprint, seconds }, other);
    if (similarity !== null) found.push([candidate.sampleId, similarity]);
    // Each takes some milliseconds. Requests are answered in between.
    await new Promise(setImmediate);
  }
  return found.sort(([, x], [, y]) => y - x).slice(0, PAIRS_MAX);
}

interface FoundPair {
  kind: "bytes" | "recording";
  similarity: number;
}
type FoundPairs = ReadonlyMap<string, FoundPair>;

/** Replaces what was found of the sample before, such as by an older rule or for other bytes. */
async function writePairs(work: Work, { id, ownerId }: LookedUpSample, found: FoundPairs): Promise<void> {
  const { sampleA, sampleB, kind } = duplicatePairs;
  const before = await work.tx
    .delete(duplicatePairs)
    .where(and(or(eq(sampleA, id), eq(sampleB, id)), sql`${kind} <> 'near'`))
    .returning({ sampleA, sampleB });
  const pairs = [...found].map(([other, reason]) => {
    const [a, b] = id < other ? [id, other] : [other, id];
    return { ownerId, sampleA: a, sampleB: b, ...reason };
  });
  if (pairs.length > 0) {
    const better = { kind: sql`excluded.kind`, similarity: sql`excluded.similarity` };
    await work.tx
      .insert(duplicatePairs)
      .values(pairs)
      .onConflictDoUpdate({ target: [sampleA, sampleB], set: better });
  }
  const touched = new Set([id, ...[...before, ...pairs].flatMap((pair) => [pair.sampleA, pair.sampleB])]);
  await regroup(work, ownerId, [...touched]);
}
