import { describe, expect, it, onTestFinished } from "vitest";
import { bundle } from "@/scripts/bundle.mjs";
import { startBackend } from "@/tests/factories/backend";
import { Service } from "@/tests/factories/executor-process";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const PATIENCE_SECONDS = 6;
process.env.EXECUTOR_PATIENCE_SECONDS = String(PATIENCE_SECONDS);
// One place for each person in each lane, two in all.
process.env.ANALYSIS_WORKERS = "1";
const backend = await startBackend();
const { sql } = backend;
const { startUpkeep } = await import("@/inngest/upkeep");
const { requeueWaiting } = await import("@/lib/pipeline/queue/jobs");
const { claimSample, failSample } = await import("@/lib/pipeline/runs/jobs");

const statuses = async (ids: string[]) => {
  const rows = await sql<{ status: string }[]>`select status from samples where id = any(${ids})`;
  return rows.map(({ status }) => status);
};

describe("an executor that is killed and has forgotten everything", () => {
  it("loses none of ten uploads, although it has lost its schedule and the address of the application too", async () => {
    const main = await bundle("embedded/inngest/main.ts");
    const { port } = new URL(process.env.INNGEST_BASE_URL ?? "");
    const options = ["--database-url", backend.services.databaseUrl, "--backoff-scale", "0.01"];
    const { INNGEST_SIGNING_KEY = "", INNGEST_EVENT_KEY = "" } = process.env;
    // Without `--app-url` it only knows what registers with it.
    const executor = new Service([main, "--port", port, ...options], { INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY });
    await backend.services.stopExecutor();
    await executor.start();
    const upkeep = startUpkeep();
    onTestFinished(() => clearInterval(upkeep));

    const person = await backend.person("Ada", { role: "studio" });
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, index) => backend.upload(person, tone(300 + index, 0.4))),
    );
    await until(async () => (await statuses(ids)).includes("completed"), "the first analysis");
    await executor.kill("SIGKILL");
    await sql`drop schema inngest_embedded cascade`;
    const forgotten = (await statuses(ids)).filter((status) => status !== "completed").length;
    expect(forgotten).toBeGreaterThan(3);
    await executor.start();

    for (const id of ids) expect(await backend.settled(person, id)).toMatchObject({ status: "completed" });
  });
});

describe("a sample that the executor took", () => {
  let uploaded: Promise<[string, string]> | undefined;
  async function uploadTwo(): Promise<[string, string]> {
    await backend.services.stopExecutor();
    const person = await backend.person();
    return [await backend.upload(person, tone(500)), await backend.upload(person, tone(501))];
  }
  /** One person's two uploads, which the executor has accepted long ago and not begun. */
  async function takenLongAgo(): Promise<[string, string]> {
    uploaded ??= uploadTwo();
    const ids = await uploaded;
    await sql`delete from outgoing_events`;
    await sql`update samples set status = 'uploaded', run_id = null, lane = null, lease_until = null, status_changed_at = now(),
      queued_at = now() - make_interval(secs => ${PATIENCE_SECONDS + 1}) where id = any(${ids})`;
    return ids;
  }
  const events = async (id: string) =>
    sql`select id, payload from outgoing_events where payload ->> 'sampleId' = ${id}`;
  const backdate = (id: string, column: "queued_at" | "status_changed_at", seconds: number) => sql`
    update samples set ${sql(column)} = now() - make_interval(secs => ${seconds}) where id = ${id}`;

  it("is handed over again once, as another event, and not again while that one is still to be sent", async () => {
    const [id, other] = await takenLongAgo();
    await sql`update samples set status = 'failed', status_changed_at = now() - interval '1 hour' where id = ${other}`;
    const [before] = await sql`select attempts, status_changed_at from samples where id = ${id}`;
    expect(await requeueWaiting()).toBe(1);
    // An executor that remembers the first event would drop one with the same id.
    const first = `sample.uploaded:${id}:${before?.attempts}:${before?.status_changed_at.getTime()}`;
    const [event] = await events(id);
    expect(event?.id).toMatch(new RegExp(`^${first}:\\d+$`));
    expect(await requeueWaiting()).toBe(0);
    await backdate(id, "queued_at", PATIENCE_SECONDS * 2);
    expect(await requeueWaiting()).toBe(0);
    expect(await events(id)).toHaveLength(1);
  });

  it("only waits as long as its owner's places are taken, and for a moment after one became free", async () => {
    const [running] = await takenLongAgo();
    const run = { sampleId: running, runId: "a run" };
    await claimSample(run);
    await backdate(running, "status_changed_at", PATIENCE_SECONDS * 2);
    expect(await requeueWaiting()).toBe(0);
    expect(await failSample(run, { code: "internal" }, { deleteObject: false })).toBe(true);
    expect(await requeueWaiting()).toBe(0);
    await backdate(running, "status_changed_at", PATIENCE_SECONDS);
    expect(await requeueWaiting()).toBe(1);
  });

  it("is handed over for the lane that it was moved to, whatever is begun in the other", async () => {
    const [moved, short] = await takenLongAgo();
    await claimSample({ sampleId: short, runId: "a run" });
    expect(await requeueWaiting()).toBe(0);
    await sql`update samples set lane = 'full' where id = ${moved}`;
    expect(await requeueWaiting()).toBe(1);
    expect((await events(moved))[0]?.payload).toMatchObject({ lane: "full" });
  });

  it("was forgotten if the executor has begun what it got later", async () => {
    const [later] = await takenLongAgo();
    await sql`update samples set status = 'completed', status_changed_at = now(), queued_at = now() where id = ${later}`;
    expect(await requeueWaiting()).toBe(1);
  });
});
