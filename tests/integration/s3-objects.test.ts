import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  type ChecksumAlgorithm,
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, patternBytes, type RunningStore, refusalOf, startStore } from "./s3-fixture";

let store: RunningStore;
beforeAll(async () => {
  store = await startStore();
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const put = (Key: string, Body: Uint8Array | string, more = {}) =>
  store.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const read = async (Key: string, more = {}) => {
  const output = await store.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...output, bytes: Buffer.from((await output.Body?.transformToByteArray()) ?? []) };
};

describe("objects", () => {
  it("come back byte for byte, with type, metadata and an MD5 as ETag", async () => {
    const bytes = patternBytes(300_000);
    const headers = { ContentType: "audio/flac", CacheControl: "max-age=60", ContentLanguage: "de" };
    const { ETag } = await put("a/kick.flac", bytes, { ...headers, Metadata: { bpm: "120" } });
    expect(ETag).toBe(`"${createHash("md5").update(bytes).digest("hex")}"`);
    const object = await read("a/kick.flac");
    expect(object.bytes.equals(bytes)).toBe(true);
    expect(object).toMatchObject({ ...headers, Metadata: { bpm: "120" }, ETag, ContentLength: 300_000 });
  });

  it("may be empty", async () => {
    await put("empty", "");
    expect((await read("empty")).bytes.length).toBe(0);
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key: "empty" }));
    expect(head.ContentLength).toBe(0);
  });

  it.each([
    "with space.wav",
    "emoji 🎹/Ünïcode é.wav",
    "plus+and%2Fpercent%",
    "quotes'\"()!*&?#=;:@,$[]<>",
    "trailing/",
    "back\\slash",
    "...",
    "a/..b/.c",
    "tab\tand\u0001control",
    "k".repeat(1024),
  ])("keep the key %j", async (key) => {
    await put(key, key);
    expect((await read(key)).bytes.toString()).toBe(key);
    await store.client.send(new DeleteObjectCommand({ Bucket, Key: key }));
    expect(await refusalOf(read(key))).toEqual({ code: "NoSuchKey", status: 404 });
  });

  it("can be sent as a stream of unknown length with a checksum after it", async () => {
    const pieces = [1, 70_000, 3, 200_000].map((size, seed) => patternBytes(size, seed + 1));
    const whole = Buffer.concat(pieces);
    for (const ChecksumAlgorithm of ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as ChecksumAlgorithm[]) {
      const Body = Readable.from(pieces);
      const command = { Bucket, Key: "streamed", Body, ContentLength: whole.length, ChecksumAlgorithm };
      const written = await store.client.send(new PutObjectCommand(command));
      expect(written.ETag).toBe(`"${createHash("md5").update(whole).digest("hex")}"`);
      const object = await read("streamed", { ChecksumMode: "ENABLED" });
      expect(object.bytes.equals(whole)).toBe(true);
      const field = `Checksum${ChecksumAlgorithm}` as const;
      expect(object[field], ChecksumAlgorithm).toBe(written[field]);
      expect(object[field], ChecksumAlgorithm).toBeTruthy();
      expect(object.ContentEncoding).toBeUndefined();
    }
  });

  it("are copied with or without their metadata", async () => {
    await put("from é+1", "copied", { ContentType: "audio/wav", Metadata: { a: "1" } });
    const CopySource = `${Bucket}/${encodeURIComponent("from é+1")}`;
    await store.client.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource }));
    expect(await read("to")).toMatchObject({ ContentType: "audio/wav", Metadata: { a: "1" } });
    const replace = { MetadataDirective: "REPLACE", ContentType: "audio/ogg", Metadata: { b: "2" } } as const;
    await store.client.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource, ...replace }));
    const replaced = await read("to");
    expect(replaced).toMatchObject({ ContentType: "audio/ogg", Metadata: { b: "2" } });
    expect(replaced.bytes.toString()).toBe("copied");
    const itself = store.client.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource: `${Bucket}/to` }));
    expect((await refusalOf(itself)).code).toBe("InvalidRequest");
    const outside = store.client.send(new CopyObjectCommand({ Bucket, Key: "to", CopySource: `${Bucket}/../x` }));
    expect((await refusalOf(outside)).code).toBe("InvalidURI");
  });

  it("are deleted many at a time, ignoring those that do not exist", async () => {
    await put("many/1", "1");
    await put("many/2 <&>", "2");
    const Objects = ["many/1", "many/2 <&>", "many/none", "../escape"].map((Key) => ({ Key }));
    const { Deleted, Errors } = await store.client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(["many/1", "many/2 <&>", "many/none"]);
    expect(Errors).toMatchObject([{ Key: "../escape", Code: "InvalidURI" }]);
    expect((await refusalOf(read("many/2 <&>"))).code).toBe("NoSuchKey");
  });

  it("written by many at once end up whole as one of them", async () => {
    const versions = Array.from({ length: 12 }, (_, seed) => patternBytes(200_000 + seed, seed + 1));
    await Promise.all(versions.map((bytes) => put("contended", bytes)));
    const { bytes, ETag } = await read("contended");
    expect(versions.some((version) => version.equals(bytes))).toBe(true);
    expect(ETag).toBe(`"${createHash("md5").update(bytes).digest("hex")}"`);
  });
});

describe("buckets", () => {
  it("are listed and located, and a missing one is reported", async () => {
    const { Buckets } = await store.client.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
    expect((await store.client.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBeFalsy();
    expect((await refusalOf(store.client.send(new HeadBucketCommand({ Bucket: "elsewhere" })))).status).toBe(404);
    const elsewhere = store.client.send(new PutObjectCommand({ Bucket: "elsewhere", Key: "a", Body: "a" }));
    expect(await refusalOf(elsewhere)).toEqual({ code: "NoSuchBucket", status: 404 });
  });
});
