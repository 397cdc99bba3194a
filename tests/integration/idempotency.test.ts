import { describe, expect, it } from "vitest";
import type { UploadTicket } from "@/lib/uploads/schema";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { sweepIdempotencyKeys } = await import("@/lib/api/http/idempotency/jobs");
const { claimKey, keepAnswer, releaseKey } = await import("@/lib/api/http/idempotency/gate");

const LARGE_BYTES = 20 * 1024 * 1024;
let keys = 0;
const newKey = () => `key-${++keys}`;

const begin = (person: Person, key: string, json: object) =>
  backend.call(person, "/api/v1/uploads", { method: "POST", json, headers: { "idempotency-key": key } });
const complete = (person: Person, key: string, uploadId: string) =>
  backend.call(person, `/api/v1/uploads/${uploadId}/complete`, { method: "POST", headers: { "idempotency-key": key } });
const ticketOf = async (answer: Response) => ((await answer.json()) as { data: UploadTicket }).data;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const isReplayed = (answer: Response) => answer.headers.get("idempotency-replayed") === "true";
const samplesOf = async (person: Person) =>
  (await sql`select id from samples where owner_id = ${person.userId}`).map(({ id }) => id as string);
const age = (key: string, seconds: number) =>
  sql`update idempotency_keys set created_at = now() - make_interval(secs => ${seconds}) where key = ${key}`;
/** As if the process had died while it was working. */
const forgetAnswer = (key: string) => sql`update idempotency_keys set status = null, body = null where key = ${key}`;

describe("beginning an upload again with the same key", () => {
  it("gives the same upload, and begins no second one", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), announced(tone(100))];
    const first = await begin(person, key, file);
    const again = await begin(person, key, file);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([isReplayed(first), isReplayed(again)]).toEqual([false, true]);
    const [ticket, same] = [await ticketOf(first), await ticketOf(again)];
    expect(same).toMatchObject({ uploadId: ticket.uploadId, sampleId: ticket.sampleId, kind: "single" });
    expect(await samplesOf(person)).toEqual([ticket.sampleId]);
  });

  it("gives a fresh address, since the first one does not last", async () => {
    const person = await backend.person();
    const [key, bytes] = [newKey(), tone(110)];
    await begin(person, key, announced(bytes));
    await sql`
      update idempotency_keys set body = jsonb_set(body, '{data,url}', '"http://127.0.0.1:1/expired"') where key = ${key}`;
    const ticket = await ticketOf(await begin(person, key, announced(bytes)));
    await backend.put(ticket, bytes);
    expect((await backend.complete(person, ticket.uploadId)).status).toBe(200);
  });

  it("gives the plan of a large file again", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), { ...announced(tone(120)), sizeBytes: LARGE_BYTES }];
    const ticket = await ticketOf(await begin(person, key, file));
    expect(await ticketOf(await begin(person, key, file))).toEqual(ticket);
    expect(ticket).toMatchObject({ kind: "multipart", partCount: 3 });
  });

  it("gives no address where the upload was cancelled or is in the library", async () => {
    const person = await backend.person();
    const [cancelledKey, finishedKey, bytes] = [newKey(), newKey(), tone(130)];
    const cancelled = await ticketOf(await begin(person, cancelledKey, announced(tone(140))));
    await backend.call(person, `/api/v1/uploads/${cancelled.uploadId}`, { method: "DELETE" });
    const finished = await ticketOf(await begin(person, finishedKey, announced(bytes)));
    await backend.put(finished, bytes);
    await backend.complete(person, finished.uploadId);
    for (const [key, file] of [
      [cancelledKey, announced(tone(140))],
      [finishedKey, announced(bytes)],
    ] as const) {
      const answer = await begin(person, key, file);
      expect([answer.status, await codeOf(answer)]).toEqual([409, "upload_over"]);
    }
    expect(await samplesOf(person)).toEqual([finished.sampleId]);
  });

  it("gives a refusal again as well, as a problem", async () => {
    const person = await backend.person();
    const sampleId = await backend.upload(person, tone(150));
    const key = newKey();
    const first = await begin(person, key, announced(tone(150)));
    const again = await begin(person, key, announced(tone(150)));
    expect([first.status, again.status, isReplayed(again)]).toEqual([409, 409, true]);
    expect(again.headers.get("content-type")).toBe("application/problem+json");
    const problem = await again.json();
    expect(problem).toMatchObject({ code: "already_owned", sampleId });
    expect(problem).toEqual(await first.json());
  });

  it("tries again where the first request failed on our side", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), { ...announced(tone(160)), sizeBytes: LARGE_BYTES }];
    backend.setStorageAway(true);
    expect((await begin(person, key, file)).status).toBe(503);
    backend.setStorageAway(false);
    const answer = await begin(person, key, file);
    expect([answer.status, isReplayed(answer)]).toEqual([201, false]);
  });
});

describe("completing an upload again with the same key", () => {
  it("gives the first answer", async () => {
    const person = await backend.person();
    const [key, bytes] = [newKey(), tone(200)];
    const ticket = await backend.begin(person, bytes);
    await backend.put(ticket, bytes);
    const first = await complete(person, key, ticket.uploadId);
    await sql`update samples set status = 'processing' where id = ${ticket.sampleId}`;
    const again = await complete(person, key, ticket.uploadId);
    expect([first.status, again.status, isReplayed(again)]).toEqual([200, 200, true]);
    expect(await again.json()).toEqual(await first.json());
  });

  it("gives a refusal again, and another key asks anew", async () => {
    const person = await backend.person();
    const [key, bytes] = [newKey(), tone(210)];
    const ticket = await backend.begin(person, bytes);
    expect(await codeOf(await complete(person, key, ticket.uploadId))).toBe("incomplete");
    await backend.put(ticket, bytes);
    expect(await codeOf(await complete(person, key, ticket.uploadId))).toBe("incomplete");
    expect((await complete(person, newKey(), ticket.uploadId)).status).toBe(200);
  });
});

describe("a key", () => {
  it("belongs to one request: another body or path with it is refused", async () => {
    const person = await backend.person();
    const [beginKey, completeKey] = [newKey(), newKey()];
    const ticket = await ticketOf(await begin(person, beginKey, announced(tone(300))));
    const other = await begin(person, beginKey, announced(tone(310)));
    expect([other.status, await codeOf(other)]).toEqual([422, "idempotency_key_reused"]);
    await complete(person, completeKey, ticket.uploadId);
    const elsewhere = await complete(person, completeKey, person.userId);
    expect([elsewhere.status, await codeOf(elsewhere)]).toEqual([422, "idempotency_key_reused"]);
    expect(await samplesOf(person)).toEqual([ticket.sampleId]);
  });

  it("is its sender's own, and an operation's own", async () => {
    const [ada, eve] = [await backend.person(), await backend.person()];
    const [key, file] = [newKey(), announced(tone(320))];
    const [first, others] = [await begin(ada, key, file), await begin(eve, key, file)];
    expect([first.status, others.status, isReplayed(others)]).toEqual([201, 201, false]);
    const [mine, theirs] = [await ticketOf(first), await ticketOf(others)];
    expect(theirs.uploadId).not.toBe(mine.uploadId);
    expect(await codeOf(await complete(ada, key, mine.uploadId))).toBe("incomplete");
  });

  it.each(["", "two words", "x".repeat(256), "caf\u00e9"])("is visible ASCII and not too long (%j)", async (key) => {
    const person = await backend.person();
    const answer = await begin(person, key, announced(tone(330)));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid_input", errors: [{ header: "Idempotency-Key" }] });
    expect(await samplesOf(person)).toEqual([]);
  });

  it("is not spent by a request that does not parse", async () => {
    const person = await backend.person();
    const key = newKey();
    expect((await begin(person, key, { fileName: "x.wav" })).status).toBe(400);
    expect((await begin(person, key, announced(tone(340)))).status).toBe(201);
  });
});

describe("a request that is still being worked on", () => {
  it("is not done twice", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), announced(tone(400))];
    await begin(person, key, file);
    await forgetAnswer(key);
    const answer = await begin(person, key, file);
    expect([answer.status, await codeOf(answer)]).toEqual([409, "idempotency_in_progress"]);
  });

  it("is taken over after a minute, because its process has died, by the same request alone", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), announced(tone(410))];
    await begin(person, key, file);
    await forgetAnswer(key);
    await age(key, 61);
    expect(await codeOf(await begin(person, key, announced(tone(420))))).toBe("idempotency_key_reused");
    const answer = await begin(person, key, file);
    expect([answer.status, isReplayed(answer)]).toEqual([201, false]);
    expect(isReplayed(await begin(person, key, file))).toBe(true);
  });

  it("cannot change the answer of the one that took over", async () => {
    const { userId } = await backend.person();
    const request = { userId, operation: "POST /uploads", key: newKey(), hash: "0".repeat(64) };
    const slow = await claimKey(request);
    await age(request.key, 61);
    const [late] = await sql`select created_at::text as at from idempotency_keys where key = ${request.key}`;
    const next = await claimKey(request);
    if (slow.kind !== "mine" || next.kind !== "mine") throw new Error("both should have had the key");
    for (const claimedAt of [slow.claimedAt, late?.at]) {
      await keepAnswer(request, claimedAt, { status: 201, body: { by: "the slow one" } });
      await releaseKey(request, claimedAt);
    }
    await keepAnswer(request, next.claimedAt, { status: 201, body: { by: "the next one" } });
    expect(await claimKey(request)).toEqual({ kind: "answered", status: 201, body: { by: "the next one" } });
  });

  it("is one of any number that come at once", async () => {
    const person = await backend.person();
    const [key, file] = [newKey(), announced(tone(430))];
    const answers = await Promise.all(Array.from({ length: 10 }, () => begin(person, key, file)));
    expect(answers.filter((answer) => answer.status === 201 && !isReplayed(answer))).toHaveLength(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await samplesOf(person)).toHaveLength(1);
  });
});

describe("answers", () => {
  it("are kept for a day and then swept", async () => {
    const person = await backend.person();
    const [kept, gone, reused] = [newKey(), newKey(), newKey()];
    for (const [index, key] of [kept, gone, reused].entries()) await begin(person, key, announced(tone(500 + index)));
    await age(kept, 23 * 60 * 60);
    await age(gone, 25 * 60 * 60);
    await age(reused, 25 * 60 * 60);
    expect((await begin(person, reused, announced(tone(510)))).status).toBe(201);
    expect(await sweepIdempotencyKeys()).toBe(1);
    const left = await sql`select key from idempotency_keys where user_id = ${person.userId} order by key`;
    expect(left.map(({ key }) => key)).toEqual([kept, reused].sort());
  });
});
