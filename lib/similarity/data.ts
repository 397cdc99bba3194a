import "server-only";
import { setImmediate } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import type { ActorId } from "@/lib/identity/actor";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { BestHits } from "./engine/best-hits";
import { RowComparison } from "./engine/row-comparison";
import { weightedQuery } from "./engine/vectors";
import { runningIndex } from "./index-process/client";
import type { IndexStatistics } from "./index-process/protocol";
import { findFreshVectors, findVectors, vectorsInBatches } from "./lookups";
import { findCandidates } from "./pgvector/lookups";
import { Places } from "./places";
import { problemOf } from "./question-check";
import type { SoundAnswer, SoundHit, SoundQuestion } from "./schema";

/** pgvector finds so many more than four times what was asked for, of which the best are chosen exactly. */
const SPARE_CANDIDATES = 600;

/**
 * When the process with the index ends, all its questions come back at once. Those that are compared in the database
 * share few of its connections, and pages find one that is free.
 */
const comparisons = new Places(3);

interface AskOptions {
  /** Labels that are switched off for the owner (`hiddenLabels`): no filter finds them. */
  hidden?: ReadonlySet<string>;
  /** Ends the work when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

interface Asker {
  owner: ActorId;
  hidden: ReadonlySet<string>;
  signal: AbortSignal | undefined;
}

/**
 * The owner's samples that sound most like the question. The index in memory answers; while there is none, the database
 * does: pgvector if it has it, or a comparison with every row of the owner that passes the filters. What changed in the last second may be missing.
 * @throws AppError `invalid_input` with the name of what is wrong: see `QUESTION_PROBLEMS`
 */
export async function nearestSamples(
  owner: ActorId,
  question: SoundQuestion,
  options: AskOptions = {},
): Promise<SoundAnswer> {
  const [answer] = await nearestSamplesOfMany(owner, [question], options);
  if (!answer) throw new AppError("internal", { message: "a question without an answer" });
  return answer;
}

/** The same for several questions about one owner's samples, in their order. */
export async function nearestSamplesOfMany(
  owner: ActorId,
  questions: readonly SoundQuestion[],
  { hidden = new Set(), signal }: AskOptions = {},
): Promise<SoundAnswer[]> {
  for (const question of questions) {
    const problem = problemOf(question);
    if (problem) throw new AppError("invalid_input", { message: problem });
  }
  if (questions.length === 0) return [];
  const inMemory = await runningIndex()?.ask({ ownerId: owner, questions, hidden }, signal);
  if (inMemory) return inMemory.map((hits) => ({ hits, isExact: true, source: "memory" }));
  return nearestInDatabase({ owner, hidden, signal }, questions);
}

/** The same for one question, and nothing is missing that was written before the call: for what is asked only once. */
export async function nearestSamplesNow(
  owner: ActorId,
  question: SoundQuestion,
  { hidden = new Set(), signal }: AskOptions = {},
): Promise<SoundAnswer> {
  const watermark = runningIndex()?.statistics().state?.watermark ?? 0;
  const answer = await nearestSamples(owner, question, { hidden, ...(signal && { signal }) });
  if (answer.source !== "memory") return answer;
  const rows = await findFreshVectors(owner, question.filters, hidden, watermark);
  const comparison = new RowComparison(question);
  for (const { sampleId, vector } of rows) comparison.offer(sampleId, vector);
  const fresh = new Set(rows.map(({ sampleId }) => sampleId));
  const best = new BestHits<SoundHit>(question.limit);
  for (const hit of answer.hits) if (!fresh.has(hit.sampleId)) best.offer(hit);
  for (const hit of comparison.hits()) best.offer(hit);
  return { ...answer, hits: best.sorted() };
}

/**
 * By pgvector where that is kept up to date: where this process is not meant to have an index in memory. Else the owner's
 * rows are read once for all questions with the same filters.
 */
async function nearestInDatabase(asker: Asker, questions: readonly SoundQuestion[]): Promise<SoundAnswer[]> {
  const answers = new Map<SoundQuestion, SoundAnswer>();
  for (const question of runningIndex() ? [] : questions) {
    const answer = await comparisons.use(() => nearestByExtension(asker, question));
    if (!answer) break;
    answers.set(question, answer);
  }
  const left = questions.filter((question) => !answers.has(question));
  for (const filters of new Set(left.map((question) => question.filters))) {
    const some = left.filter((question) => question.filters === filters);
    const found = await comparisons.use(() => nearestByRows(asker, some));
    for (const [at, question] of some.entries()) {
      const hits = found[at]?.hits() ?? [];
      answers.set(question, { hits, isExact: true, source: "rows" });
    }
  }
  return questions.flatMap((question) => answers.get(question) ?? []);
}

/** Null if the database has no pgvector, or its table is too far behind. */
async function nearestByExtension(asker: Asker, question: SoundQuestion): Promise<SoundAnswer | null> {
  asker.signal?.throwIfAborted();
  const { weighted } = weightedQuery(question.vector, question.weights);
  const { owner, hidden } = asker;
  // Those that are asked about and must not be hits are among the nearest.
  const candidates = 4 * (question.limit + question.except.length) + SPARE_CANDIDATES;
  const found = await findCandidates({ owner, hidden, filters: question.filters, weighted, candidates });
  if (!found) return null;
  const comparison = new RowComparison(question);
  for (const { sampleId, vector } of found) comparison.offer(sampleId, vector);
  return { hits: comparison.hits(), isExact: true, source: "pgvector" };
}

/** The comparisons of some questions that have the same filters. Each takes its turn, so that requests are answered. */
async function nearestByRows(asker: Asker, questions: readonly SoundQuestion[]): Promise<RowComparison[]> {
  const compared = questions.map((question) => new RowComparison(question));
  const [{ filters } = { filters: [] }] = questions;
  for await (const rows of vectorsInBatches(asker.owner, filters, asker.hidden)) {
    for (const comparison of compared) {
      asker.signal?.throwIfAborted();
      for (const { sampleId, vector } of rows) comparison.offer(sampleId, vector);
      await setImmediate();
    }
  }
  return compared;
}

/** How these samples sound: those that are the owner's and were analysed. Each has 96 numbers. */
export async function vectorsOf(owner: ActorId, ids: readonly string[]): Promise<Map<string, Float32Array>> {
  if (ids.length === 0) return new Map();
  const rows = await findVectors(owner, ids);
  return new Map(rows.map(({ sampleId, vector }) => [sampleId, fromStoredVector(vector)]));
}

/**
 * How alike these samples are to a sound: those that are the owner's and were analysed. From the index in memory, and
 * from the database what that does not have yet.
 */
export async function similaritiesTo(
  owner: ActorId,
  { vector, weights }: Pick<SoundQuestion, "vector" | "weights">,
  ids: readonly string[],
): Promise<SoundHit[]> {
  if (ids.length === 0) return [];
  const known = (await runningIndex()?.compare({ ownerId: owner, vector, weights, ids })) ?? [];
  const found = new Set(known.map(({ sampleId }) => sampleId));
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return known;
  const comparison = new RowComparison({ vector, weights, limit: missing.length, minSimilarity: 0, except: [] });
  for (const row of await findVectors(owner, missing)) comparison.offer(row.sampleId, row.vector);
  return [...known, ...comparison.hits()];
}

/** The state of the index in memory of this process of the application. It counts rows of everybody. */
export function indexStatistics(): IndexStatistics {
  return runningIndex()?.statistics() ?? { status: "off", state: null, processId: null, restarts: 0 };
}
