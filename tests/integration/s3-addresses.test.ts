import { readdir } from "node:fs/promises";
import { type ClientRequest, request as httpRequest } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { until } from "@/tests/factories/until";
import { Bucket, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const SIZE = 300_000;
const SILENCE_SECONDS = 0.5;
const WRITES_PER_HOLDER = 3;

let store: RunningStore;
/** What the signer says about each use of an address, and what it was asked. */
let permit: { holder: string } | null;
let asked: { action: string; key: string; uploadId: string | null }[];
let minFreeBytes: number | undefined;

beforeAll(async () => {
  store = await startStore({
    allowAccess: async ({ action, key, uploadId }) => {
      asked.push({ action, key, uploadId });
      return permit;
    },
    minFreeBytes: () => minFreeBytes,
    maxWritesPerHolder: WRITES_PER_HOLDER,
    silenceSeconds: SILENCE_SECONDS,
  });
});
beforeEach(() => {
  permit = { holder: "ada" };
  asked = [];
  minFreeBytes = undefined;
});
afterAll(async () => {
  expect(await staged()).toEqual([]);
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const staged = () => readdir(join(store.directory, "staging"));
const isAbsent = async (Key: string) =>
  (await refusalOf(store.client.send(new HeadObjectCommand({ Bucket, Key })))).status === 404;

async function addressOf(command: PutObjectCommand | UploadPartCommand | GetObjectCommand): Promise<string> {
  const client = store.clientWith({ requestChecksumCalculation: "WHEN_REQUIRED" });
  // The SDK's command types have no common ancestor that it accepts here.
  return getSignedUrl(client, command as PutObjectCommand);
}
const putAddress = (Key: string) => addressOf(new PutObjectCommand({ Bucket, Key }));

/** A PUT whose bytes the test sends. */
class SlowPut {
  readonly #request: ClientRequest;
  readonly answer: Promise<{ status: number; code: string | undefined }>;

  constructor(url: string, sizeBytes = SIZE) {
    this.#request = httpRequest(url, { method: "PUT", agent: false, headers: { "content-length": sizeBytes } });
    this.answer = new Promise((resolve, reject) => {
      this.#request.on("error", reject);
      this.#request.on("response", async (response) => {
        const text = (await response.toArray()).join("");
        resolve({ status: response.statusCode ?? 0, code: /<Code>([^<]+)</.exec(text)?.[1] });
      });
    });
    this.answer.catch(() => undefined);
    this.#request.flushHeaders();
  }

  send(byteCount: number): void {
    this.#request.write(Buffer.alloc(byteCount, 1));
  }

  end(byteCount: number): Promise<{ status: number; code: string | undefined }> {
    this.#request.end(Buffer.alloc(byteCount, 1));
    return this.answer;
  }

  /** Has begun: the store has one more file, or a new one in the place of another. */
  async begun(): Promise<this> {
    const before = await staged();
    this.send(1);
    await until(async () => (await staged()).some((name) => !before.includes(name)), "a staged file");
    return this;
  }
}

describe("a presigned address", () => {
  it("that its signer withdraws allows nothing: no read, no write", async () => {
    await store.client.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "as it was" }));
    expect(asked).toEqual([]);
    const [read, write] = [await addressOf(new GetObjectCommand({ Bucket, Key: "kept" })), await putAddress("kept")];
    expect((await fetch(read)).status).toBe(200);
    permit = null;
    expect((await fetch(read)).status).toBe(403);
    expect((await fetch(write, { method: "PUT", body: "changed" })).status).toBe(403);
    expect(asked.map(({ action, key }) => [action, key])).toEqual([
      ["read", "kept"],
      ["read", "kept"],
      ["write", "kept"],
    ]);
    const { Body } = await store.client.send(new GetObjectCommand({ Bucket, Key: "kept" }));
    expect(await Body?.transformToString()).toBe("as it was");
  });

  it("is asked about again at the end of a write, which then leaves nothing", async () => {
    const whole = await new SlowPut(await putAddress("late")).begun();
    const { UploadId } = await store.client.send(new CreateMultipartUploadCommand({ Bucket, Key: "late-part" }));
    const upload = { Bucket, Key: "late-part", UploadId };
    const part = await new SlowPut(await addressOf(new UploadPartCommand({ ...upload, PartNumber: 1 }))).begun();
    permit = null;
    expect(await whole.end(SIZE - 1)).toEqual({ status: 403, code: "AccessDenied" });
    expect(await part.end(SIZE - 1)).toEqual({ status: 403, code: "AccessDenied" });
    expect(await isAbsent("late")).toBe(true);
    expect((await store.client.send(new ListPartsCommand(upload))).Parts ?? []).toEqual([]);
    expect(asked.filter(({ uploadId }) => uploadId === UploadId)).toHaveLength(2);
  });

  it("has one writer: a later PUT takes over, and only its bytes are on the disk", async () => {
    const url = await putAddress("contested");
    const puts: SlowPut[] = [];
    for (let count = 0; count < WRITES_PER_HOLDER - 1; count += 1) puts.push(await new SlowPut(url).begun());
    expect(await staged()).toHaveLength(1);
    expect((await puts.at(-1)?.end(SIZE - 1))?.status).toBe(200);
    for (const { answer } of puts.slice(0, -1)) expect(await answer).toEqual({ status: 409, code: "OperationAborted" });
  });

  it("gives one holder a few writes at once, and does not count those of others", async () => {
    const puts: SlowPut[] = [];
    for (let count = 0; count < WRITES_PER_HOLDER; count += 1) {
      puts.push(await new SlowPut(await putAddress(`at-once-${count}`)).begun());
    }
    const put = async (key: string) => (await fetch(await putAddress(key), { method: "PUT", body: "x" })).status;
    expect(await put("one-more")).toBe(503);
    permit = { holder: "eve" };
    expect(await put("of-another")).toBe(200);
    permit = { holder: "ada" };
    for (const slow of puts) expect((await slow.end(SIZE - 1)).status).toBe(200);
    expect(await put("afterwards")).toBe(200);
  });
});

describe("a body", () => {
  it("may take as long as it likes, if it goes on", async () => {
    const put = new SlowPut(await putAddress("slow-line"), 10);
    const startedAt = performance.now();
    for (let sent = 0; sent < 9; sent += 1) {
      put.send(1);
      await wait((SILENCE_SECONDS * 1000) / 4);
    }
    expect(performance.now() - startedAt).toBeGreaterThan(2 * SILENCE_SECONDS * 1000);
    expect((await put.end(1)).status).toBe(200);
  });

  it("that falls silent is given up, and its bytes are removed", async () => {
    const put = await new SlowPut(await putAddress("silent")).begun();
    // The answer comes when the server has waited for the rest in vain.
    await until(async () => (await staged()).length === 0, "the staged file's removal");
    expect(await put.end(SIZE - 1)).toEqual({ status: 400, code: "RequestTimeout" });
    expect(await isAbsent("silent")).toBe(true);
  });
});

describe("the floor of free space", () => {
  const noRoom = { status: 507, code: "StorageFull" };

  it("refuses a write before its first byte, and stops one that is under way", async () => {
    const megabytes = 5 * 1024 * 1024;
    const put = await new SlowPut(await putAddress("too-much"), megabytes + 1).begun();
    minFreeBytes = Number.MAX_SAFE_INTEGER;
    expect(await put.end(megabytes)).toEqual(noRoom);
    expect(await staged()).toEqual([]);
    const refused = new SlowPut(await putAddress("no-room"), 1);
    expect(await refused.end(1)).toEqual(noRoom);
    expect(await refusalOf(store.client.send(new PutObjectCommand({ Bucket, Key: "own", Body: "x" })))).toMatchObject({
      status: 507,
    });
    minFreeBytes = undefined;
    for (const key of ["too-much", "no-room", "own"]) expect(await isAbsent(key)).toBe(true);
  });
});
