import { afterEach, describe, expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { sql } = backend;
const jobs = await import("@/lib/admin/jobs/mutations");
const { listJobs, summariseQueue } = await import("@/lib/admin/jobs/data");
const { jobsQuerySchema } = await import("@/lib/admin/jobs/schema");
const { queueAnalyses } = await import("@/lib/samples/writes");
const { asSystem } = await import("@/lib/audit/sources");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { claimSample, completeSample } = await import("@/lib/pipeline/runs/jobs");
const { requeueWaiting } = await import("@/lib/pipeline/queue/jobs");

const root = await backend.person("Root");
const ada = await backend.person("Ada", { role: "studio" });
const listed = async (state: string, q = "") =>
  (await listJobs(root.ctx.actor, jobsQuerySchema.parse({ state, q }))).rows.map(({ sampleId }) => sampleId);
const statusOf = async (id: string) => (await sql`select status, failure_code from samples where id = ${id}`)[0];
const analysesEnded = async () =>
  (await backend.runs("samplemind-sample-analyze")).filter(({ status }) => status === "completed");
const entriesAbout = (sampleId: string) =>
  sql`select action, actor_id, before, after from audit_entries where target_id = ${sampleId} and action like 'job%'`;

afterEach(async () => {
  await sql`delete from system_settings`;
});

describe("pausing all analyses", () => {
  it("starts none, accepts uploads, and starts them by itself when resumed", async () => {
    expect(await jobs.setJobsPaused(root.ctx, { paused: true })).toMatchObject({ ok: true });
    expect(await jobs.setJobsPaused(root.ctx, { paused: true })).toEqual({ ok: false, reason: "no_change" });
    const before = (await analysesEnded()).length;
    const ids = [await backend.upload(ada, tone(400)), await backend.upload(ada, tone(410))];
    await until(async () => (await analysesEnded()).length >= before + 2, "the runs that find analyses paused");
    for (const id of ids) expect(await statusOf(id)).toMatchObject({ status: "uploaded" });
    expect(await listed("waiting")).toEqual(ids);
    await sql`update samples set queued_at = null, status_changed_at = now() - interval '10 minutes' where id = any(${ids})`;
    expect(await requeueWaiting()).toBe(0);
    const paused = await summariseQueue(root.ctx.actor);
    expect(paused).toMatchObject({ counts: { waiting: 2, running: 0 } });
    expect(paused.pausedSince).not.toBeNull();

    expect(await jobs.setJobsPaused(root.ctx, { paused: false })).toMatchObject({ ok: true });
    for (const id of ids) expect(await backend.settled(ada, id)).toMatchObject({ status: "completed" });
    const recorded = await sql`select action, before, after from audit_entries where action like 'jobs.%' order by seq`;
    expect(recorded).toMatchObject([
      { action: "jobs.paused", before: { paused: false }, after: { paused: true } },
      { action: "jobs.resumed", before: { paused: true }, after: { paused: false } },
    ]);
  });

  it("starts another run for uploads that the executor accepted during the pause", async () => {
    await jobs.setJobsPaused(root.ctx, { paused: true });
    const before = (await analysesEnded()).length;
    const id = await backend.upload(ada, tone(420));
    // Old enough for the sweep, and already accepted by the executor.
    const [row] = await sql`update samples set status_changed_at = status_changed_at - interval '1 minute'
      where id = ${id} returning attempts, status_changed_at, size_bytes::int`;
    const columns = { sizeBytes: row?.size_bytes, attempts: row?.attempts, statusChangedAt: row?.status_changed_at };
    const wait = { id, ownerId: ada.userId, lane: null, queuedAt: null, ...columns };
    await inTransaction(asSystem(), (work) => queueAnalyses(work, [wait]));
    await until(async () => (await analysesEnded()).length >= before + 2, "the runs that find analyses paused");
    await jobs.setJobsPaused(root.ctx, { paused: false });
    expect(await backend.settled(ada, id)).toMatchObject({ status: "completed" });
  });

  it("lets running analyses finish", async () => {
    const id = await backend.upload(ada, tone(430));
    await backend.settled(ada, id);
    await sql`update samples set status = 'uploaded' where id = ${id}`;
    const run = { sampleId: id, runId: "a run" };
    expect(await claimSample(run)).not.toBeNull();
    await jobs.setJobsPaused(root.ctx, { paused: true });
    expect(await listed("running")).toEqual([id]);
    expect(await completeSample(run)).toBe(true);
  });
});

describe("cancelling", () => {
  it("ends a running analysis: its run can no longer write, and its owner may try again", async () => {
    const id = await backend.upload(ada, tone(440));
    await backend.settled(ada, id);
    await sql`update samples set status = 'uploaded' where id = ${id}`;
    const run = { sampleId: id, runId: "a run" };
    await claimSample(run);
    expect(await jobs.cancelJob(root.ctx, { sampleId: id })).toMatchObject({ ok: true });
    expect(await completeSample(run)).toBe(false);
    expect(await statusOf(id)).toMatchObject({ status: "failed", failure_code: "cancelled" });
    expect((await backend.row(ada, id))?.failure?.message).toContain("stopped before it was done");
    expect(await jobs.cancelJob(root.ctx, { sampleId: id })).toEqual({ ok: false, reason: "not_under_way" });
    expect(await entriesAbout(id)).toMatchObject([
      { action: "job.cancelled", actor_id: root.userId, before: { status: "processing" } },
    ]);
    expect(await jobs.retryJob(root.ctx, { sampleId: id })).toMatchObject({ ok: true });
    expect(await backend.settled(ada, id)).toMatchObject({ status: "completed" });
  });

  it("does not touch completed samples", async () => {
    const id = await backend.upload(ada, tone(450));
    await backend.settled(ada, id);
    expect(await jobs.cancelJob(root.ctx, { sampleId: id })).toEqual({ ok: false, reason: "not_under_way" });
  });
});

describe("failed analyses", () => {
  it("are listed with reason and owner, and retried one by one or, if the fault was ours, all at once", async () => {
    const [ours, theirs] = [
      await backend.upload(ada, tone(460)),
      await backend.upload(ada, new Uint8Array(64).fill(7)),
    ];
    await backend.settled(ada, ours);
    expect(await backend.settled(ada, theirs)).toMatchObject({ status: "failed" });
    await sql`update samples set status = 'failed', failure_code = 'internal' where id = ${ours}`;
    const { rows } = await listJobs(root.ctx.actor, jobsQuerySchema.parse({ state: "failed", q: ada.email }));
    expect(rows.find(({ sampleId }) => sampleId === ours)).toMatchObject({
      owner: { id: ada.userId },
      failure: { code: "internal" },
      isRetriable: true,
    });
    expect(rows.find(({ sampleId }) => sampleId === theirs)).toMatchObject({ isRetriable: false });
    expect(await jobs.retryJob(root.ctx, { sampleId: theirs })).toEqual({ ok: false, reason: "not_retriable" });
    expect(await jobs.retryAllJobs(root.ctx)).toEqual({ ok: true, value: { retried: 1 } });
    expect(await entriesAbout(ours)).toMatchObject([{ action: "job.retried", actor_id: root.userId }]);
    expect(await backend.settled(ada, ours)).toMatchObject({ status: "completed" });
    expect(await statusOf(theirs)).toMatchObject({ status: "failed" });
  });
});
