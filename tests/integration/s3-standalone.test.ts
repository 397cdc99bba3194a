import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Bucket, credentials, patternBytes, startStore } from "./s3-fixture";

const root = join(import.meta.dirname, "../..");
let directory: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "s3-standalone-"));
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(directory, { recursive: true, force: true });
});

/** Runs `embedded:s3` without npm in between, so that a signal reaches the server itself. */
async function startStandalone(): Promise<{ child: ChildProcess; client: S3Client }> {
  const { accessKeyId, secretAccessKey } = credentials;
  const options = ["--dir", directory, "--port", "0", "--access-key", accessKeyId, "--secret-key", secretAccessKey];
  const command = ["scripts/run.mjs", "embedded/s3/main.ts", ...options, "--bucket", Bucket];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const [endpoint] = (await once(createInterface(child.stdout), "line")) as [string];
  expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const requestChecksumCalculation = "WHEN_REQUIRED";
  const client = new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials,
    requestChecksumCalculation,
  });
  return { child, client };
}

const stop = async (child: ChildProcess, signal: NodeJS.Signals) => {
  const exited = once(child, "exit");
  child.kill(signal);
  return exited;
};
const staged = () => readdir(join(directory, "staging"));
const read = async (client: S3Client, Key: string) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe("the standalone server", () => {
  it("stops on SIGTERM and still has everything after a restart", async () => {
    const first = await startStandalone();
    await first.client.send(new PutObjectCommand({ Bucket, Key: "lasting", Body: "still here" }));
    expect(await stop(first.child, "SIGTERM")).toEqual([0, null]);
    const second = await startStandalone();
    expect((await read(second.client, "lasting")).toString()).toBe("still here");
    await stop(second.child, "SIGTERM");
  });

  it("killed in the middle of a write, has the complete old object and accepts a new one", async () => {
    const first = await startStandalone();
    const old = patternBytes(500_000);
    await first.client.send(new PutObjectCommand({ Bucket, Key: "overwritten", Body: old }));
    const url = await getSignedUrl(first.client, new PutObjectCommand({ Bucket, Key: "overwritten" }));
    const request = httpRequest(url, { method: "PUT", headers: { "content-length": 5_000_000 } });
    request.on("error", () => undefined);
    request.write(patternBytes(1_000_000, 2));
    await vi.waitFor(async () => expect(await staged()).toHaveLength(1));
    await stop(first.child, "SIGKILL");
    const second = await startStandalone();
    expect((await read(second.client, "overwritten")).equals(old)).toBe(true);
    const { Contents } = await second.client.send(new ListObjectsV2Command({ Bucket, Prefix: "overwritten" }));
    expect(Contents).toMatchObject([{ Key: "overwritten", Size: 500_000 }]);
    await second.client.send(new PutObjectCommand({ Bucket, Key: "overwritten", Body: "new" }));
    expect((await read(second.client, "overwritten")).toString()).toBe("new");
    await stop(second.child, "SIGTERM");
  });

  it("killed between two parts, continues the same multipart upload", async () => {
    const first = await startStandalone();
    const { UploadId } = await first.client.send(new CreateMultipartUploadCommand({ Bucket, Key: "resumed" }));
    const to = { Bucket, Key: "resumed", UploadId };
    const [one, two] = [patternBytes(5 * 1024 * 1024), patternBytes(100, 2)];
    await first.client.send(new UploadPartCommand({ ...to, PartNumber: 1, Body: one }));
    await stop(first.child, "SIGKILL");
    const second = await startStandalone();
    await second.client.send(new UploadPartCommand({ ...to, PartNumber: 2, Body: two }));
    const { Parts } = await second.client.send(new ListPartsCommand(to));
    await second.client.send(new CompleteMultipartUploadCommand({ ...to, MultipartUpload: { Parts } }));
    expect((await read(second.client, "resumed")).equals(Buffer.concat([one, two]))).toBe(true);
    await stop(second.child, "SIGTERM");
  });
});

describe("leftovers of killed writes and abandoned uploads", () => {
  it("are swept once they are old, but not before", async () => {
    const folder = await mkdtemp(join(tmpdir(), "s3-sweep-"));
    const before = await startStore({ directory: folder });
    const begin = async (Key: string) =>
      (await before.client.send(new CreateMultipartUploadCommand({ Bucket, Key }))).UploadId ?? "";
    const [old, recent] = [await begin("old"), await begin("recent")];
    await before.stop();
    const uploads = join(folder, "buckets", Bucket, "uploads");
    const staging = join(folder, "staging");
    for (const name of ["old-write", "recent-write"]) await writeFile(join(staging, name), "half an object");
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await utimes(join(staging, "old-write"), hoursAgo(1), hoursAgo(1));
    await utimes(join(uploads, old), hoursAgo(49), hoursAgo(49));
    await utimes(join(uploads, recent), hoursAgo(47), hoursAgo(47));
    const after = await startStore({ directory: folder });
    await after.client.send(new ListObjectsV2Command({ Bucket }));
    await vi.waitFor(async () => {
      expect(await readdir(uploads)).toEqual([recent]);
      expect(await readdir(staging)).toEqual(["recent-write"]);
    });
    await after.stop();
    await rm(folder, { recursive: true });
  });
});
