import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { PART_SIZE_BYTES } from "@/lib/uploads/constants";
import type { KnownBytes, SignedPart, UploadState, UploadTicket } from "@/lib/uploads/schema";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { call, data } = backend;
const { expireUploads } = await import("@/lib/uploads/jobs");
const { deleteDueObjects } = await import("@/lib/objects/jobs");
const { deleteSamples, restoreSamples } = await import("@/lib/samples/mutations");
const { purgeSample } = await import("@/lib/samples/jobs");
const { listParts, putObject } = await import("@/lib/platform/s3");
const { storedBytes } = await import("@/lib/quotas/data");

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const stored = (sampleId: string) => backend.objectKeys(`originals/${sampleId}`);
/** Makes pending deletions due. */
const waitForLateWrites = () => backend.sql`update object_deletions set not_before = now()`;

describe("a small file", () => {
  it("is one PUT, and is uploaded once completed, however often it is completed", async () => {
    const person = await backend.person();
    const bytes = tone(220);
    const ticket = await backend.begin(person, bytes, "../../kick 🥁\u0000.wav");
    expect(await codeOf(await backend.complete(person, ticket.uploadId))).toBe("incomplete");
    await backend.put(ticket, bytes);
    const answers = await Promise.all([
      backend.complete(person, ticket.uploadId),
      backend.complete(person, ticket.uploadId),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await backend.complete(person, ticket.uploadId)).status).toBe(200);
    expect(await backend.row(person, ticket.sampleId)).toMatchObject({
      status: "uploaded",
      fileName: "../../kick 🥁.wav",
    });
    const events = await backend.sql`
      select payload from live_events where user_id = ${person.userId} and payload ->> 'status' = 'uploaded'`;
    expect(events).toHaveLength(1);
    expect(await stored(ticket.sampleId)).toHaveLength(1);
  });

  it("of another size than announced never gets into storage", async () => {
    const person = await backend.person();
    const bytes = tone(230);
    const ticket = await backend.begin(person, bytes);
    await expect(backend.put(ticket, bytes.subarray(0, 100))).rejects.toThrow();
    expect(await codeOf(await backend.complete(person, ticket.uploadId))).toBe("incomplete");
  });

  it("that the library already has is recognised before the upload, for its owner only", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const bytes = tone(240);
    const sampleId = await backend.upload(ada, bytes);
    const again = await call(ada, "/api/v1/uploads", { method: "POST", json: announced(bytes) });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "already_owned", sampleId });
    const known = (person: Person) =>
      data<KnownBytes[]>(
        call(person, "/api/v1/uploads/known", { method: "POST", json: { sha256s: [announced(bytes).sha256] } }),
      );
    expect(await known(ada)).toMatchObject([{ sampleId, fileName: "sound.wav" }]);
    expect(await known(eve)).toEqual([]);
    expect((await backend.begin(eve, bytes)).sampleId).not.toBe(sampleId);
  });

  it("is accepted while the executor is away, and waits for it", async () => {
    const person = await backend.person();
    await backend.services.stopExecutor();
    const sampleId = await backend.upload(person, tone(250));
    await backend.services.startExecutor();
    const [row] = await backend.sql`select status from samples where id = ${sampleId}`;
    expect(row).toEqual({ status: "uploaded" });
    const [event] = await backend.sql`select name, payload from outgoing_events where id like ${`%${sampleId}%`}`;
    expect(event).toEqual({ name: "sample.uploaded", payload: { sampleId, ownerId: person.userId, lane: "quick" } });
  });
});

describe("a large file", () => {
  const bytes = new Uint8Array(17 * 1024 * 1024).map((_, index) => index * 7 + (index >> 8));

  it("is uploaded in parts, survives a reload, and is complete in the end", async () => {
    const person = await backend.person();
    const ticket = await backend.begin(person, bytes, "long.wav");
    if (ticket.kind !== "multipart") throw new Error("expected parts");
    expect(ticket.partCount).toBe(3);
    await putParts(person, ticket, [1, 3]);
    expect(await codeOf(await backend.complete(person, ticket.uploadId))).toBe("incomplete");

    const [resumed] = await data<UploadState[]>(call(person, "/api/v1/uploads"));
    expect(resumed).toMatchObject({
      uploadId: ticket.uploadId,
      sha256: announced(bytes).sha256,
      partSizeBytes: PART_SIZE_BYTES,
    });
    expect(resumed?.uploadedParts.map(({ partNumber }) => partNumber)).toEqual([1, 3]);
    await putParts(person, ticket, [2]);
    const answers = await Promise.all([
      backend.complete(person, ticket.uploadId),
      backend.complete(person, ticket.uploadId),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { digestObject } = await import("@/lib/pipeline/steps/object-reader");
    const whole = await digestObject(`originals/${ticket.sampleId}`);
    expect(whole?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("signs no URL for a part that it does not have, nor for another person", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const ticket = await backend.begin(ada, bytes, "long.wav");
    const sign = (person: Person, partNumbers: number[]) =>
      call(person, `/api/v1/uploads/${ticket.uploadId}/parts`, { method: "POST", json: { partNumbers } });
    expect(await codeOf(await sign(ada, [4]))).toBe("no_such_part");
    expect((await sign(eve, [1])).status).toBe(404);
  });

  async function putParts(person: Person, ticket: UploadTicket, partNumbers: number[]): Promise<void> {
    const path = `/api/v1/uploads/${ticket.uploadId}/parts`;
    const signed = await data<SignedPart[]>(call(person, path, { method: "POST", json: { partNumbers } }));
    for (const { partNumber, url } of signed) {
      const body = bytes.subarray((partNumber - 1) * PART_SIZE_BYTES, partNumber * PART_SIZE_BYTES);
      expect((await fetch(url, { method: "PUT", body })).status).toBe(200);
    }
  }
});

describe("cancelling", () => {
  it("leaves neither row nor object, and ends the address", async () => {
    const person = await backend.person();
    const bytes = tone(260);
    const ticket = await backend.begin(person, bytes);
    await backend.put(ticket, bytes);
    expect((await call(person, `/api/v1/uploads/${ticket.uploadId}`, { method: "DELETE" })).status).toBe(204);
    expect(await stored(ticket.sampleId)).toEqual([]);
    await expect(backend.put(ticket, bytes)).rejects.toThrow("403");
    expect(await stored(ticket.sampleId)).toEqual([]);
    expect(await backend.row(person, ticket.sampleId)).toBeUndefined();
    expect((await backend.complete(person, ticket.uploadId)).status).toBe(404);
  });

  it("is no longer possible once the upload is complete", async () => {
    const person = await backend.person();
    const bytes = tone(270);
    const ticket = await backend.begin(person, bytes);
    await backend.put(ticket, bytes);
    await backend.complete(person, ticket.uploadId);
    const answer = await call(person, `/api/v1/uploads/${ticket.uploadId}`, { method: "DELETE" });
    expect([answer.status, await codeOf(answer)]).toEqual([409, "already_complete"]);
  });

  it("happens by itself when an upload expires; an outage of storage only delays it", async () => {
    const person = await backend.person();
    const bytes = tone(280);
    const ticket = await backend.begin(person, bytes);
    await backend.put(ticket, bytes);
    const [expired] = await backend.sql`
      update uploads set expires_at = now() where id = ${ticket.uploadId} returning object_key, multipart_upload_id`;
    const parts = () => listParts({ key: expired?.object_key, uploadId: expired?.multipart_upload_id });
    backend.setStorageAway(true);
    expect(await expireUploads()).toBe(1);
    backend.setStorageAway(false);
    expect(await parts()).toHaveLength(1);
    // Until they are deleted, they count.
    expect(await storedBytes(person.ctx.actor.id)).toBe(bytes.length);
    await waitForLateWrites();
    await deleteDueObjects(100);
    expect(await parts()).toBeNull();
    expect(await storedBytes(person.ctx.actor.id)).toBe(0);
  });
});

describe("deleting", () => {
  it("hides a sample at once, can be undone, and is final when the undo window has ended", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(290));
    await deleteSamples(person.ctx, { ids: [sampleId] });
    expect(await backend.row(person, sampleId)).toBeUndefined();
    expect(await purgeSample(sampleId)).toEqual({ purged: false });
    await restoreSamples(person.ctx, { ids: [sampleId] });
    expect(await backend.row(person, sampleId)).toMatchObject({ status: "uploaded" });

    await deleteSamples(person.ctx, { ids: [sampleId] });
    await backend.sql`update samples set deleted_at = now() - interval '11 minutes' where id = ${sampleId}`;
    expect(await purgeSample(sampleId)).toEqual({ purged: true });
    expect(await stored(sampleId)).toEqual([]);
    expect(await restoreSamples(person.ctx, { ids: [sampleId] })).toEqual({ ok: true, value: { ids: [] } });
  });

  it("does not touch other people's samples", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const sampleId = await backend.upload(ada, tone(300));
    expect(await deleteSamples(eve.ctx, { ids: [sampleId] })).toEqual({ ok: true, value: { ids: [] } });
    expect((await call(eve, `/api/v1/samples/${sampleId}`)).status).toBe(404);
    expect((await call(ada, `/api/v1/samples/${sampleId}`)).status).toBe(200);
  });

  it("keeps the pictures of bytes that another sample still uses", async () => {
    const person = await backend.person();
    const [first, second] = [
      await backend.upload(person, tone(310)),
      await backend.upload(await backend.person(), tone(310)),
    ];
    const sha256 = announced(tone(310)).sha256;
    const key = `artefacts/${sha256}/1/peaks.bin`;
    await putObject(key, new Uint8Array(4), { contentType: "application/octet-stream" });
    for (const id of [first, second]) {
      await backend.sql`
        insert into analyses (sample_id, sha256, analyser_version, record, duration_seconds, peaks_key, spectrogram_key, analysis_seconds)
        values (${id}, ${sha256}, '1', '{}', 1, ${key}, ${`artefacts/${sha256}/1/spectrogram.png`}, 1)`;
      await backend.sql`update samples set status = 'completed' where id = ${id}`;
    }
    const purge = async (id: string) => {
      await backend.sql`update samples set deleted_at = now() - interval '1 hour' where id = ${id}`;
      return purgeSample(id);
    };
    expect(await purge(first)).toEqual({ purged: true });
    expect(await backend.objectKeys(`artefacts/${sha256}`)).toEqual([key]);
    expect(await purge(second)).toEqual({ purged: true });
    expect(await backend.objectKeys(`artefacts/${sha256}`)).toEqual([]);
  });
});
