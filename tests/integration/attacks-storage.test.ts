import { readdir, stat } from "node:fs/promises";
import { type ClientRequest, request as httpRequest } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SignedPart, UploadTicket } from "@/lib/uploads/schema";
import { announced, type Person, startBackend } from "@/tests/factories/backend";
import { startApp } from "@/tests/factories/running-app";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const backend = await startBackend({ jobs: false });
const address = await startApp();
const storeFolder = process.env.EMBEDDED_S3_DIR ?? "";
const { readUsage } = await import("@/lib/quotas/data");
const { expireUploads } = await import("@/lib/uploads/jobs");

const MB = 1024 * 1024;
let sounds = 0;

/** Calls the running application as this person's browser. Addresses of storage are then its own too. */
function call(person: Person, path: string, method = "GET", json?: unknown): Promise<Response> {
  const headers = { cookie: person.cookie, origin: address, "content-type": "application/json" };
  const body = json === undefined ? {} : { body: JSON.stringify(json) };
  return fetch(`${address}${path}`, { method, headers, redirect: "manual", ...body });
}
async function begin(person: Person, sizeBytes: number, bytes?: Uint8Array): Promise<UploadTicket> {
  const sha256 = bytes ? announced(bytes).sha256 : (++sounds).toString(16).padStart(64, "0");
  const json = { ...announced(bytes ?? new Uint8Array(1)), sizeBytes, sha256 };
  const answer = await call(person, "/api/v1/uploads", "POST", json);
  if (answer.status !== 201) throw new Error(`begin answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { data: UploadTicket }).data;
}
const cancel = (person: Person, { uploadId }: UploadTicket) => call(person, `/api/v1/uploads/${uploadId}`, "DELETE");
const addressOf = (ticket: UploadTicket) => (ticket.kind === "single" ? ticket.url : "");
const put = (ticket: UploadTicket, body: Uint8Array) =>
  fetch(addressOf(ticket), { method: "PUT", body: Buffer.from(body) });
const usedBytes = async (person: Person) => (await readUsage(person.ctx.actor)).storageBytes.used;

/** Everything that the store keeps, finished or not, in bytes. */
async function bytesOnDisk(): Promise<number> {
  const entries = await readdir(storeFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map((file) => stat(file).catch(() => ({ size: 0 }))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

/** A PUT that is held open. */
function holdPut(url: string, sizeBytes: number): { request: ClientRequest; status: Promise<number> } {
  const request = httpRequest(url, { method: "PUT", agent: false, headers: { "content-length": sizeBytes } });
  const status = new Promise<number>((resolve) => {
    request.on("error", () => resolve(0));
    request.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  return { request, status };
}

describe("permission to write", () => {
  it("ends with the upload: begin, cancel, PUT leaves nothing on the disk, nor does a PUT that was under way", async () => {
    const person = await backend.person();
    const before = await bytesOnDisk();
    for (let round = 0; round < 5; round += 1) {
      const ticket = await begin(person, MB);
      await cancel(person, ticket);
      expect((await put(ticket, new Uint8Array(MB))).status).toBe(403);
    }
    const slow = await begin(person, MB);
    const held = holdPut(addressOf(slow), MB);
    held.request.write(Buffer.alloc(MB / 2));
    await until(async () => (await bytesOnDisk()) > before, "the first half of a body");
    expect((await cancel(person, slow)).status).toBe(204);
    held.request.end(Buffer.alloc(MB / 2));
    expect(await held.status).toBe(403);
    expect(await bytesOnDisk()).toBe(before);
    expect(await usedBytes(person)).toBe(0);
  });

  it("is for one body at a time: sixty to one address take the room of one, and of many addresses few run", async () => {
    const person = await backend.person("Many", { role: "pro" });
    const before = await bytesOnDisk();
    const ticket = await begin(person, MB);
    const sixty = Array.from({ length: 60 }, () => holdPut(addressOf(ticket), MB));
    for (const { request } of sixty) request.write(Buffer.alloc(MB - 1));
    await until(async () => (await bytesOnDisk()) - before >= MB - 1, "a body that has almost arrived");
    expect((await bytesOnDisk()) - before).toBeLessThan(2 * MB);
    const ends = await statusesOf(sixty);
    expect(ends).toContain(200);
    expect((await bytesOnDisk()) - before).toBeLessThan(2 * MB);
    expect(ends.every((status) => [200, 409, 503].includes(status))).toBe(true);

    const others: UploadTicket[] = [];
    for (let count = 0; count < 30; count += 1) others.push(await begin(person, MB));
    const held = others.map((other) => holdPut(addressOf(other), MB));
    for (const { request } of held) request.write(Buffer.alloc(MB - 1));
    await until(async () => (await staged()) === 24, "as many bodies as one person may send");
    expect((await statusesOf(held)).sort()).toEqual([...Array(24).fill(200), ...Array(6).fill(503)]);
  });

  it("does not reach what was uploaded: neither a file of one part nor one of several can be replaced", async () => {
    const person = await backend.person();
    const [mine, other] = [tone(220), tone(440)];
    const ticket = await begin(person, mine.length, mine);
    expect((await put(ticket, mine)).status).toBe(200);
    expect((await call(person, `/api/v1/uploads/${ticket.uploadId}/complete`, "POST", {})).status).toBe(200);
    expect((await put(ticket, other)).status).toBe(403);
    const { digestObject } = await import("@/lib/pipeline/steps/object-reader");
    const key = `originals/${ticket.sampleId}`;
    expect((await digestObject(key))?.sha256).toBe(announced(mine).sha256);

    const bytes = new Uint8Array(17 * MB).fill(1);
    const large = await begin(person, bytes.length, bytes);
    const path = `/api/v1/uploads/${large.uploadId}`;
    const parts = (await (await call(person, `${path}/parts`, "POST", { partNumbers: [1, 2, 3] })).json()) as {
      data: SignedPart[];
    };
    const send = ({ partNumber, url }: SignedPart, value: number) => {
      const size = partNumber < 3 ? 8 * MB : MB;
      return fetch(url, { method: "PUT", body: Buffer.alloc(size, value) });
    };
    for (const part of parts.data) expect((await send(part, 1)).status).toBe(200);
    expect((await call(person, `${path}/complete`, "POST", {})).status).toBe(200);
    for (const part of parts.data) expect((await send(part, 2)).status).toBe(403);
    expect((await digestObject(`originals/${large.sampleId}`))?.sha256).toBe(announced(bytes).sha256);
  });

  it("ends with the account: a suspended or deleted person's addresses neither read nor write", async () => {
    const person = await backend.person();
    const bytes = tone(330);
    const sampleId = await backend.upload(person, bytes);
    const { presignGet } = await import("@/lib/platform/s3-presign");
    const given = { key: `originals/${sampleId}`, origin: address };
    const reading = await presignGet({ ...given, issuedTo: person.userId });
    const open = await begin(person, 1000);
    const statuses = async () => [(await fetch(reading)).status, (await put(open, new Uint8Array(1000))).status];
    const heard = await fetch(reading);
    expect(heard.headers.get("cache-control")).toBe("private, max-age=900");
    expect(announced(new Uint8Array(await heard.arrayBuffer())).sha256).toBe(announced(bytes).sha256);
    await backend.sql`update users set suspended_at = now() where id = ${person.userId}`;
    expect(await statuses()).toEqual([403, 403]);
    await backend.sql`update users set suspended_at = null where id = ${person.userId}`;
    expect(await statuses()).toEqual([200, 200]);
    // An address that names nobody, or somebody else, is none.
    for (const issuedTo of ["", "018f0000-0000-7000-8000-000000000000"]) {
      expect((await fetch(await presignGet({ ...given, issuedTo }))).status).toBe(403);
    }
    expect((await fetch(reading.replace(person.userId, "018f0000-0000-7000-8000-000000000000"))).status).toBe(403);
    await backend.sql`delete from users where id = ${person.userId}`;
    expect(await statuses()).toEqual([403, 403]);
  });

  const staged = async () => (await readdir(join(storeFolder, "staging"))).length;
  const statusesOf = (held: ReturnType<typeof holdPut>[]) => {
    for (const { request } of held) request.end(Buffer.alloc(1));
    return Promise.all(held.map(({ status }) => status));
  };
});

describe("bytes that are not in the library", () => {
  it("count against the person until they are deleted, cancelled ones too", async () => {
    const person = await backend.person();
    const room = (await readUsage(person.ctx.actor)).storageBytes.allowed ?? 0;
    const ticket = await begin(person, 16 * MB);
    await put(ticket, new Uint8Array(16 * MB));
    backend.setStorageAway(true);
    await backend.sql`update uploads set expires_at = now() where id = ${ticket.uploadId}`;
    expect(await expireUploads()).toBe(1);
    backend.setStorageAway(false);
    expect(await usedBytes(person)).toBe(16 * MB);
    await expect(begin(person, room - 16 * MB + 1)).rejects.toThrow("403");
    const { deleteDueObjects } = await import("@/lib/objects/jobs");
    await backend.sql`update object_deletions set not_before = now()`;
    await deleteDueObjects(100);
    expect(await usedBytes(person)).toBe(0);
    await cancel(person, await begin(person, 16 * MB));
    expect(await usedBytes(person)).toBe(0);
  });
});

describe("a disk that is almost full", () => {
  it("takes no more uploads, and says so", async () => {
    const full = await startApp({ MIN_FREE_DISK_MB: "1000000000" });
    const person = await backend.person();
    const ticket = await begin(person, 1000);
    const begun = await fetch(`${full}/api/v1/uploads`, {
      method: "POST",
      headers: { cookie: person.cookie, origin: full, "content-type": "application/json" },
      body: JSON.stringify(announced(tone(550))),
    });
    expect(begun.status).toBe(507);
    const problem = (await begun.json()) as { code: string; detail: string };
    expect(problem.code).toBe("no_room");
    expect(problem.detail).toContain("Ask the person who runs this server to free some space");
    // The same address, on the application that has no room.
    const { pathname, search, host } = new URL(addressOf(ticket));
    const headers = { "x-forwarded-host": host };
    const sent = await fetch(full + pathname + search, { method: "PUT", headers, body: new Uint8Array(1000) });
    expect([sent.status, await sent.text()]).toEqual([507, expect.stringContaining("<Code>StorageFull</Code>")]);
  });
});
