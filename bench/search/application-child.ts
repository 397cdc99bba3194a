import { loadavg } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { processorMs } from "@/bench/processes/processor-time";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { asSystem } from "@/lib/audit/sources";
import { env } from "@/lib/env";
import type { ActorId } from "@/lib/identity/actor";
import { startIndexer } from "@/lib/search-documents/indexer";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { indexStatistics, nearestSamples } from "@/lib/similarity/data";
import { startIndex } from "@/lib/similarity/index-process/client";
import { followDocuments } from "@/lib/similarity/pgvector/jobs";
import { inTransaction } from "@/lib/work/unit-of-work";
import { exactAnswers } from "./exact-answer";
import { type OwnerMaterial, type Question, questionsOf, soundQuestion } from "./legs";
import { findableAfter } from "./new-sample";
import type {
  Answer,
  ApplicationReply,
  ApplicationRequest,
  AskedOwner,
  Baseline,
  Measured,
  Plan,
  Recall,
  Timing,
} from "./protocol";
import { quantile } from "./quantile";
import { vocabularyOf } from "./vocabulary";

// A process of the application, as far as search goes: the connection pool, the indexer, the client of the process with
// the index of sounds. It is asked by functions, as pages ask.

const INDEX_WAIT_MS = 30 * 60_000;
const NEW_SAMPLES = 5;
const RECALL_QUESTIONS = 20;
const SOUNDS = 50;

async function materialOf({ id, size }: AskedOwner): Promise<OwnerMaterial> {
  // The only place besides lib/identity that makes one: there is no session here.
  const owner = { id: id as ActorId, role: "free" as const };
  const { rows } = await inTransaction(asSystem(), ({ tx }) =>
    tx.execute<{ id: string; vector: Buffer }>(sql`
      select v.sample_id as id, v.vector from search_vectors v
      where v.owner_id = ${id}::uuid order by md5(v.sample_id::text) limit ${SOUNDS}`),
  );
  const sounds = rows.map((row) => ({ id: row.id, vector: fromStoredVector(row.vector) }));
  return { owner, words: await vocabularyOf(id, size), sounds };
}

async function timed(question: Question, pids: readonly number[] = []): Promise<Answer> {
  const { sort, text, ask } = question;
  await (ask as { prepare?: () => Promise<void> }).prepare?.();
  const workedMs = processorMs(pids);
  const startedAt = performance.now();
  await ask();
  return { sort, text, ms: performance.now() - startedAt, workMs: processorMs(pids) - workedMs };
}

/** Those that answer: this one, the one with the index of sounds, and the database's, if they are on this machine. */
async function workingProcesses(): Promise<number[]> {
  const { rows } = await inTransaction(asSystem(), ({ tx }) =>
    tx.execute<{ pid: number }>(sql`
      select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`),
  );
  const { processId } = indexStatistics();
  return [process.pid, ...(processId ? [processId] : []), ...rows.map(({ pid }) => pid)];
}

const least = (tries: readonly Answer[], figure: "ms" | "workMs") => Math.min(...tries.map((one) => one[figure]));

/** After a few to warm up, one question at a time. */
async function askAlone(materials: Map<AskedOwner, OwnerMaterial>, plan: Plan): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const [{ size }, material] of materials) {
    for (const leg of plan.legs) {
      const questions = questionsOf(leg, material, plan.questions, plan.seed);
      for (const question of questions.slice(0, 5)) await timed(question);
      const pids = await workingProcesses();
      const answers: Answer[] = [];
      for (const question of questions) {
        const tries: Answer[] = [];
        for (let i = 0; i < plan.repeats; i++) tries.push(await timed(question, pids));
        answers.push({
          sort: question.sort,
          text: question.text,
          ms: least(tries, "ms"),
          workMs: least(tries, "workMs"),
        });
      }
      timings.push({ leg, ownerSize: size, answers });
      const [times, works] = [answers.map(({ ms }) => ms), answers.map(({ workMs }) => workMs)];
      const text = `p95 ${quantile(times, 0.95).toFixed(1)} ms, work ${quantile(works, 0.95).toFixed(1)} ms`;
      process.stderr.write(`${leg}, owner of ${size}: ${text}\n`);
    }
  }
  return timings;
}

/** All clients ask at the same time, each another owner's library in turn, one leg after the other. */
async function askTogether(materials: Map<AskedOwner, OwnerMaterial>, plan: Plan): Promise<Timing[]> {
  const owners = [...materials.entries()];
  const timings: Timing[] = [];
  for (const leg of plan.legs) {
    const shares = Array.from({ length: plan.clients }, (_, client) => {
      // Half of the clients ask the largest library.
      const [, material] = owners[client % 2 === 0 ? 0 : ((client - 1) / 2) % owners.length] ?? owners[0] ?? [];
      return material ? questionsOf(leg, material, Math.ceil(plan.questions / 2), plan.seed + 100 + client) : [];
    });
    const answers = await Promise.all(
      shares.map(async (questions) => {
        const own: Answer[] = [];
        for (const question of questions) own.push(await timed(question));
        return own;
      }),
    );
    timings.push({ leg, ownerSize: 0, answers: answers.flat() });
  }
  return timings;
}

async function recallOf({ id, size }: AskedOwner, material: OwnerMaterial, seed: number): Promise<Recall> {
  const random = new SeededRandom(seed + 7);
  const questions = Array.from({ length: RECALL_QUESTIONS }, () => soundQuestion(random, material, 10).question);
  const exact = await exactAnswers(id, questions);
  let found = 0;
  let wanted = 0;
  let tooFew = 0;
  let source = "";
  for (const [index, question] of questions.entries()) {
    const answer = await nearestSamples(material.owner.id, question);
    const truth = exact[index];
    if (!truth) continue;
    source = answer.source;
    const most = Math.min(question.limit, truth.candidates);
    if (answer.hits.length < most) tooFew++;
    wanted += most;
    // A hit as similar as the tenth is as right as the tenth: many sounds are there twice.
    found += answer.hits.filter(
      ({ sampleId, similarity }) => truth.similarities.has(sampleId) || similarity >= truth.kth - 2e-4,
    ).length;
  }
  return {
    ownerSize: size,
    questions: questions.length,
    recallAt10: wanted === 0 ? 1 : Math.min(1, found / wanted),
    tooFew,
    source,
  };
}

async function baseline(): Promise<Baseline> {
  const selects: number[] = [];
  const loops: number[] = [];
  for (let i = 0; i < 100; i++) {
    let startedAt = performance.now();
    await inTransaction(asSystem(), ({ tx }) => tx.execute(sql`select 1`));
    selects.push(performance.now() - startedAt);
    startedAt = performance.now();
    let sum = 0;
    for (let n = 1; n < 1_000_000; n++) sum += 1 / n;
    if (sum > 0) loops.push(performance.now() - startedAt);
  }
  const both = (values: number[]): [number, number] => [quantile(values, 0.5), quantile(values, 0.95)];
  return { selectOneMs: both(selects), loopMs: both(loops), load: loadavg()[0] ?? 0 };
}

async function indexReady(): Promise<Measured["index"]> {
  if (env.SIMILARITY_INDEX !== "on") {
    while (await followDocuments());
    return null;
  }
  const startedAt = performance.now();
  startIndex(env.DATABASE_URL);
  while (indexStatistics().status !== "ready") {
    if (performance.now() - startedAt > INDEX_WAIT_MS) throw new Error("the index of sounds does not become ready");
    await delay(100);
  }
  const readySeconds = (performance.now() - startedAt) / 1000;
  // It says how much memory it has once a second.
  await delay(2500);
  const { state } = indexStatistics();
  const { rows = 0, indexBytes = 0, processBytes = 0 } = state ?? {};
  return { rows, indexBytes, processBytes, readySeconds };
}

async function measure(plan: Plan): Promise<Measured> {
  startIndexer();
  const index = await indexReady();
  const materials = new Map<AskedOwner, OwnerMaterial>();
  for (const owner of plan.owners) materials.set(owner, await materialOf(owner));
  const before = await baseline();
  const alone = await askAlone(materials, plan);
  const lag = monitorEventLoopDelay({ resolution: 1 });
  lag.enable();
  const together = await askTogether(materials, plan);
  lag.disable();
  const loopDelayMs: Measured["loopDelayMs"] = [lag.percentile(50) / 1e6, lag.percentile(99) / 1e6, lag.max / 1e6];
  const recall: Recall[] = [];
  for (const [owner, material] of materials) recall.push(await recallOf(owner, material, plan.seed));
  const findableMs: Measured["findableMs"] = [];
  const [first] = materials.values();
  for (let i = 0; first && i < NEW_SAMPLES; i++) {
    findableMs.push(await findableAfter(first.owner, first.sounds[i]?.id ?? ""));
  }
  return { baseline: before, alone, together, loopDelayMs, recall, findableMs, index };
}

const answer = (message: ApplicationReply) => process.send?.(message);
process.on("message", ({ plan }: ApplicationRequest) => {
  measure(plan).then(
    (measured) => answer({ type: "measured", measured }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
answer({ type: "ready" });
