import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { houseDrums } from "@/db/seed/patterns";
import { encodeWav } from "@/db/seed/wav";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import type { SampleDetail } from "@/lib/samples/schema";
import { bundle } from "@/scripts/bundle.mjs";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend();
const { call, data, sql } = backend;
const { deliverLeftBehind } = await import("@/lib/events/jobs");
const { requeueWaiting } = await import("@/lib/pipeline/queue/jobs");
const { claimSample, completeSample, failSample, recoverAbandoned } = await import("@/lib/pipeline/runs/jobs");
const { deleteSamples, restoreSamples, retryAnalysis } = await import("@/lib/samples/mutations");
const { checkHealth } = await import("@/lib/platform/health");

const changesOf = async (sampleId: string) => {
  const rows = await sql<{ change: string }[]>`
    select coalesce(payload ->> 'status', payload ->> 'change') as change from live_events
    where payload ->> 'sampleId' = ${sampleId} order by id`;
  // Tones that differ by a hertz are found to be nearly the same, each as soon as the other is there.
  return rows.map(({ change }) => change).filter((change) => change !== "duplicates");
};
/** Old enough to count as left in the outbox by a killed process. */
const leaveBehind = () => sql`update outgoing_events set created_at = now() - interval '1 minute'`;
const outgoing = () => sql`select id from outgoing_events`;
const detail = (person: Person, id: string) => data<SampleDetail>(call(person, `/api/v1/samples/${id}`));
const temporaryFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("samplemind-analysis-"));

/** What processes have left: one that was killed a moment ago, and one that is not known here. */
const killed = spawnSync(process.execPath, [await bundle("tests/fixtures/killed-in-folder.ts")], { encoding: "utf8" });
if (killed.signal !== "SIGKILL" || temporaryFolders().length !== 1) throw new Error(killed.stderr);
const abandoned = join(tmpdir(), "samplemind-analysis-abandoned");
mkdirSync(abandoned);
utimesSync(abandoned, 0, 0);

describe("an uploaded loop", () => {
  it("is measured, drawn and announced step by step", async () => {
    const person = await backend.person();
    const bytes = encodeWav(houseDrums());
    const sampleId = await backend.upload(person, bytes, "drums.txt");
    expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed", failure: null });
    expect(await changesOf(sampleId)).toEqual(["uploading", "uploaded", "processing", "completed"]);

    const sample = await detail(person, sampleId);
    expect(sample.record?.container).toBe("wav");
    expect(sample.durationSeconds).toBeCloseTo((16 * 60) / 124, 2);
    // Which octave of the tempo is found is tested with the engine.
    const octaves = Math.log2((sample.bpm ?? 1) / 124);
    expect(octaves).toBeCloseTo(Math.round(octaves), 1);
    expect(sample.bpm).toBe(sample.record?.tempo?.bpm);
    expect(sample.integratedLufs).toBeLessThan(-5);
    const peaks = await call(person, sample.peaksUrl ?? "");
    expect(decodePeaks(await peaks.arrayBuffer()).durationSeconds).toBeCloseTo(sample.durationSeconds ?? 0, 2);
    expect(peaks.headers.get("cache-control")).toMatch(/^private, .*immutable/);
    const again = await call(person, sample.peaksUrl ?? "", {
      headers: { "if-none-match": peaks.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    const picture = new Uint8Array(await (await call(person, sample.spectrogramUrl ?? "")).arrayBuffer());
    expect([...picture.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);

    const audio = await call(person, sample.audioUrl ?? "");
    expect(audio.status).toBe(302);
    const heard = await fetch(audio.headers.get("location") ?? "");
    expect(heard.headers.get("content-type")).toBe("audio/wav");
    expect(new Uint8Array(await heard.arrayBuffer())).toEqual(bytes);
    expect(temporaryFolders()).toEqual([]);
  });

  it("shows nothing of itself to another person", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const sampleId = await backend.upload(ada, tone(400));
    await backend.settled(ada, sampleId);
    for (const what of ["", "/features", "/peaks", "/spectrogram", "/audio"]) {
      expect((await call(ada, `/api/v1/samples/${sampleId}${what}`)).status, what).toBeLessThan(400);
      expect((await call(eve, `/api/v1/samples/${sampleId}${what}`)).status, what).toBe(404);
    }
    expect(await data(call(eve, `/api/v1/samples?ids=${sampleId}`))).toEqual([]);
  });

  it("gets the analysis of the same bytes in another library without running the engine again", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const first = await backend.upload(ada, tone(410));
    await backend.settled(ada, first);
    // A value that the engine never returns, so it must be a copy.
    await sql`update analyses set bpm = 77.7, record = jsonb_set(record, '{codec}', '"copied"') where sample_id = ${first}`;
    const second = await backend.upload(eve, tone(410));
    expect(await backend.settled(eve, second)).toMatchObject({ status: "completed", bpm: 77.7 });
    expect((await detail(eve, second)).record?.codec).toBe("copied");
  });
});

describe("what is not audio", () => {
  it("fails with an explanation, and its object is deleted", async () => {
    const person = await backend.person();
    const text = new TextEncoder().encode("Dear diary, this is not a drum loop. ".repeat(100));
    const sampleId = await backend.upload(person, text, "loop.wav");
    const row = await backend.settled(person, sampleId);
    expect(row).toMatchObject({ status: "failed", failure: { code: "not_audio" } });
    expect(row.failure?.message).toBe("This file contains no audio.");
    expect(await backend.objectKeys(`originals/${sampleId}`)).toEqual([]);
    expect(await retryAnalysis(person.ctx, { id: sampleId })).toEqual({ ok: false, reason: "not_retriable" });
    expect((await call(person, "/api/v1/uploads", { method: "POST", json: announced(text) })).status).toBe(201);
  });

  it("is refused by the worker if only the whole file shows it", async () => {
    const person = await backend.person();
    const cut = tone(420).subarray(0, 44);
    const sampleId = await backend.upload(person, cut, "header only.wav");
    expect(await backend.settled(person, sampleId)).toMatchObject({ status: "failed" });
    expect(await backend.objectKeys(`originals/${sampleId}`)).toEqual([]);
  });
});

describe("when a service is away or a process dies", () => {
  it("an outage of storage in the middle delays the work and loses none", async () => {
    const person = await backend.person();
    const bytes = tone(430);
    const ticket = await backend.begin(person, bytes);
    await backend.put(ticket, bytes);
    await backend.services.stopExecutor();
    await backend.complete(person, ticket.uploadId);
    backend.setStorageAway(true);
    await backend.services.startExecutor();
    await leaveBehind();
    expect(await deliverLeftBehind()).toBe(1);
    await until(async () => (await changesOf(ticket.sampleId)).includes("processing"), "the start of the analysis");
    backend.setStorageAway(false);
    expect(await backend.settled(person, ticket.sampleId)).toMatchObject({ status: "completed" });
  });

  it("an event that the executor never accepted is sent again, and one that it accepted is not run twice", async () => {
    const person = await backend.person();
    await backend.services.stopExecutor();
    const sampleId = await backend.upload(person, tone(440));
    expect(await deliverLeftBehind()).toBe(0);
    await leaveBehind();
    expect(await deliverLeftBehind()).toBe(0);
    await backend.services.startExecutor();
    await Promise.all([deliverLeftBehind(), deliverLeftBehind()]);
    expect(await outgoing()).toEqual([]);
    expect(await requeueWaiting()).toBe(0);
    expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
    expect(await changesOf(sampleId)).toEqual(["uploading", "uploaded", "processing", "completed"]);
  });

  it("a dead run is taken over; if it was not dead, its result comes too late", async () => {
    const person = await backend.person();
    await backend.services.stopExecutor();
    const sampleId = await backend.upload(person, tone(450));
    const dead = { sampleId, runId: "a run that died" };
    expect(await claimSample(dead)).not.toBeNull();
    expect(await claimSample({ sampleId, runId: "another" })).toBeNull();
    expect(await recoverAbandoned()).toEqual({ requeued: 0, givenUp: 0 });
    await sql`update samples set lease_until = now() - interval '1 second' where id = ${sampleId}`;
    expect(await recoverAbandoned()).toEqual({ requeued: 1, givenUp: 0 });
    expect(await claimSample({ sampleId, runId: "the next" })).not.toBeNull();
    expect(await completeSample(dead)).toBe(false);
    expect(await failSample(dead, { code: "internal" }, { deleteObject: true })).toBe(false);
    expect(await backend.objectKeys(`originals/${sampleId}`)).toHaveLength(1);
  });

  it("a file whose runs die again and again is given up, and can be retried by hand", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(460));
    await sql`
      update samples set status = 'processing', attempts = 5, lease_until = now() - interval '1 second', run_id = 'dead'
      where id = ${sampleId}`;
    expect(await recoverAbandoned()).toEqual({ requeued: 0, givenUp: 1 });
    expect(await backend.row(person, sampleId)).toMatchObject({ status: "failed", failure: { code: "internal" } });
    await backend.services.startExecutor();
    expect(await retryAnalysis(person.ctx, { id: sampleId })).toEqual({ ok: true, value: null });
    expect(await backend.settled(person, sampleId)).toMatchObject({ status: "completed" });
  });
});

describe("thirty files at once", () => {
  it("are each analysed once", async () => {
    const person = await backend.person("Ada", { role: "studio" });
    const ids: string[] = [];
    // No more at a time than the pool has connections: a request waits five seconds for one.
    for (const hz of [500, 510, 520]) {
      const ten = Array.from({ length: 10 }, (_, index) => backend.upload(person, tone(hz + index, 0.3)));
      ids.push(...(await Promise.all(ten)));
    }
    for (const id of ids) expect(await backend.settled(person, id)).toMatchObject({ status: "completed" });
    for (const id of ids) expect(await changesOf(id)).toEqual(["uploading", "uploaded", "processing", "completed"]);
    const attempts = await sql`select distinct attempts from samples where owner_id = ${person.userId}`;
    expect(attempts).toEqual([{ attempts: 1 }]);
  });
});

describe("deleting and restoring", () => {
  it("cancels the purge, which would otherwise wait for the undo window to end", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(470));
    await backend.settled(person, sampleId);
    const purges = () => backend.runs("samplemind-sample-purge");
    await deleteSamples(person.ctx, { ids: [sampleId] });
    await until(async () => (await purges()).length === 1, "the purge to be planned");
    expect(await restoreSamples(person.ctx, { ids: [sampleId] })).toEqual({ ok: true, value: { ids: [sampleId] } });
    await until(async () => (await purges())[0]?.status === "cancelled", "the purge to be called off");
    expect(await backend.row(person, sampleId)).toMatchObject({ status: "completed" });
  });
});

describe("health", () => {
  it("names the service that is away", async () => {
    const services = { database: "ok", storage: "ok", executor: "ok" };
    expect(await checkHealth("1")).toEqual({ status: "ok", version: "1", ...services });
    backend.setStorageAway(true);
    expect(await checkHealth("1")).toMatchObject({ status: "degraded", ...services, storage: "away" });
    backend.setStorageAway(false);
    await backend.services.stopExecutor();
    expect(await checkHealth("1")).toMatchObject({ status: "degraded", ...services, executor: "away" });
  });
});
