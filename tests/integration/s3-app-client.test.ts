import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Bucket, credentials, patternBytes, type RunningStore, startStore } from "./s3-fixture";

const ORIGIN = "http://localhost:3000";
const ISSUED = { origin: ORIGIN, issuedTo: "018f0000-0000-7000-8000-000000000000" };
let store: RunningStore;
let s3: typeof import("@/lib/platform/s3");

async function appClient(variables: Record<string, string>): Promise<typeof import("@/lib/platform/s3")> {
  vi.resetModules();
  const required = {
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
    S3_BUCKET: Bucket,
    S3_ACCESS_KEY_ID: credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  for (const [name, value] of Object.entries({ ...required, ...variables })) vi.stubEnv(name, value);
  return import("@/lib/platform/s3");
}

beforeAll(async () => {
  store = await startStore({ basePath: "/s3", bucket: undefined });
  s3 = await appClient({ S3_ENDPOINT: store.endpoint, S3_PUBLIC_ENDPOINT: "/s3" });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  expect(store.surprises).toEqual([]);
  await store.stop();
});

/** The visitor's origin is only used as a host here: the request goes to the store under test. */
async function asVisitor(url: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, search, host } = new URL(url);
  const address = new URL(store.endpoint).origin + pathname + search;
  return fetch(address, { ...init, headers: { ...init.headers, "x-forwarded-host": host } });
}

describe("the application's storage", () => {
  it("creates the bucket of a new store at the first health check", async () => {
    await expect(s3.putObject("too-early", patternBytes(1), { contentType: "audio/wav" })).rejects.toMatchObject({
      code: "storage_unavailable",
    });
    expect((await s3.storageHealth()).ok).toBe(true);
    await s3.ensureBucket();
    await s3.putObject("in-time", patternBytes(1), { contentType: "audio/wav" });
  });

  it("writes, reads, lists and deletes", async () => {
    const bytes = patternBytes(50_000);
    await s3.putObject("originals/1", bytes, { contentType: "audio/wav", cacheControl: "no-store" });
    expect(await s3.headObject("originals/1")).toMatchObject({ sizeBytes: 50_000, contentType: "audio/wav" });
    const object = await s3.getObjectStream("originals/1");
    expect(Buffer.concat((await object?.stream.toArray()) ?? []).equals(bytes)).toBe(true);
    const range = await s3.readObjectRange("originals/1", { offsetBytes: 49_990, lengthBytes: 100 });
    expect(Buffer.from(range ?? []).equals(bytes.subarray(49_990))).toBe(true);
    expect(await s3.readObjectRange("originals/1", { offsetBytes: 50_000, lengthBytes: 1 })).toEqual(new Uint8Array());
    const listed: unknown[] = [];
    for await (const listedObject of s3.listObjects("originals/")) listed.push(listedObject);
    expect(listed).toMatchObject([{ key: "originals/1", sizeBytes: 50_000 }]);
    await s3.deleteObjects(["originals/1", "originals/none"]);
    expect(await s3.headObject("originals/1")).toBeNull();
    expect(await s3.getObjectStream("originals/1")).toBeNull();
    expect(await s3.readObjectRange("originals/1", { offsetBytes: 0, lengthBytes: 1 })).toBeNull();
  });

  it("answers while any number of downloads wait for their readers", async () => {
    await s3.putObject("large", patternBytes(20 * 1024 * 1024), { contentType: "audio/wav" });
    const abort = new AbortController();
    // More than a client has sockets. Nobody reads them.
    const paused = Array.from({ length: 70 }, async () => {
      const object = await s3.getObjectStream("large", { isSentOn: true, signal: abort.signal }).catch(() => null);
      return object?.stream.on("error", () => {});
    });
    const [first] = await Promise.all(paused.slice(0, 50));
    expect(await s3.headObject("large")).toMatchObject({ sizeBytes: 20 * 1024 * 1024 });
    abort.abort();
    await Promise.all(paused);
    expect(first).toBeDefined();
    await s3.deleteObjects(["large"]);
  });

  it("lets a browser upload in parts, and completes them", async () => {
    const key = "originals/3";
    const { uploadId } = await s3.createMultipart({ key, contentType: "audio/flac" });
    const pieces = [patternBytes(5 * 1024 * 1024), patternBytes(10)];
    const parts = pieces.map((piece, index) => ({ partNumber: index + 1, sizeBytes: piece.length }));
    for (const { partNumber, url } of await s3.presignParts({ key, uploadId, parts, ...ISSUED })) {
      const body = new Uint8Array(pieces[partNumber - 1] ?? []);
      expect((await asVisitor(url, { method: "PUT", body: body.subarray(1) })).status).toBe(403);
      expect((await asVisitor(url, { method: "PUT", body })).status).toBe(200);
    }
    const stored = await s3.listParts({ key, uploadId });
    expect(stored).toMatchObject(parts);
    const wrong = [{ partNumber: 1, etag: '"0"' }];
    expect(await s3.completeMultipart({ key, uploadId, parts: wrong })).toEqual({ ok: false, reason: "invalid_parts" });
    expect((await s3.completeMultipart({ key, uploadId, parts: stored ?? [] })).ok).toBe(true);
    expect((await s3.headObject(key))?.sizeBytes).toBe(5 * 1024 * 1024 + 10);
    expect(await s3.listParts({ key, uploadId })).toBeNull();
    const [late] = await s3.presignParts({ key, uploadId, parts, ...ISSUED });
    const replacing = await asVisitor(late?.url ?? "", { method: "PUT", body: new Uint8Array(pieces[0] ?? []) });
    expect(replacing.status).toBe(404);
  });

  it("forgets an aborted upload, however often it is aborted", async () => {
    const key = "originals/4";
    const { uploadId } = await s3.createMultipart({ key });
    await s3.abortMultipart({ key, uploadId });
    await s3.abortMultipart({ key, uploadId });
    const parts = [{ partNumber: 1, etag: '"0"' }];
    expect(await s3.completeMultipart({ key, uploadId, parts })).toEqual({ ok: false, reason: "no_such_upload" });
  });

  it.each(['a"b\r\nSet-Cookie: x=y.wav', "Ünï 🎹.wav", "../../etc/passwd", "100% (live); x.wav", "\ud800.wav"])(
    "serves a download under the name %j",
    async (fileName) => {
      await s3.putObject("named", Buffer.from("named"), { contentType: "audio/wav" });
      const response = await asVisitor(await s3.presignGet({ key: "named", ...ISSUED, fileName }));
      expect(await response.text()).toBe("named");
      expect(response.headers.get("set-cookie")).toBeNull();
      expect(response.headers.get("cache-control")).toBe("private, max-age=900");
      const disposition = response.headers.get("content-disposition") ?? "";
      const encoded = /^attachment; filename="[^"\\]*"; filename\*=UTF-8''([A-Za-z0-9%._~-]*)$/.exec(disposition)?.[1];
      expect(decodeURIComponent(encoded ?? "")).toBe(fileName.toWellFormed());
    },
  );
});

describe("a separate public endpoint", () => {
  it("is signed for any address that the visitor used", async () => {
    const elsewhere = await appClient({ S3_ENDPOINT: store.endpoint, S3_PUBLIC_ENDPOINT: "https://cdn.example" });
    const url = await elsewhere.presignGet({ key: "a", ...ISSUED });
    expect(url.startsWith(`https://cdn.example/${Bucket}/a?`)).toBe(true);
  });
});

describe("storage that is away", () => {
  it("is reported as such quickly, whether it refuses or never answers", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const { port } = silent.address() as { port: number };
    const hanging = await appClient({ S3_ENDPOINT: `http://127.0.0.1:${port}` });
    const startedAt = performance.now();
    expect((await hanging.storageHealth()).ok).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => silent.close(resolve));
    const refusing = await appClient({ S3_ENDPOINT: `http://127.0.0.1:${port}` });
    await expect(refusing.headObject("a")).rejects.toMatchObject({ name: "AppError", code: "storage_unavailable" });
    expect((await refusing.storageHealth()).ok).toBe(false);
  });
});
