import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const keys = ["a.wav", "a/1", "a/2", "a/b/3", "a/b/4", "a0", "b/1 & <2>", "é/1", "\uffee", "🎹/1", "🎹/2"];

let store: RunningStore;
beforeAll(async () => {
  store = await startStore();
  for (const Key of keys.toReversed()) await store.client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

type Options = Partial<ListObjectsV2CommandInput>;
const page = (options: Options) => store.client.send(new ListObjectsV2Command({ Bucket, ...options }));
const list = async (options: Options = {}) => {
  const found = { keys: [] as (string | undefined)[], prefixes: [] as (string | undefined)[], pages: 0 };
  let ContinuationToken: string | undefined;
  do {
    const output = await page({ ...options, ContinuationToken });
    found.keys.push(...(output.Contents ?? []).map(({ Key }) => Key));
    found.prefixes.push(...(output.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
    found.pages += 1;
    expect(output.IsTruncated).toBe(output.NextContinuationToken !== undefined);
    ContinuationToken = output.NextContinuationToken;
  } while (ContinuationToken);
  return found;
};

describe("a listing", () => {
  it("contains every key in the order of its UTF-8 bytes, with size and ETag", async () => {
    expect((await list()).keys).toEqual(keys);
    const { Contents } = await page({ Prefix: "a.wav" });
    expect(Contents?.[0]).toMatchObject({ Key: "a.wav", Size: 5, StorageClass: "STANDARD" });
    expect(Contents?.[0]?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(Math.abs(Date.now() - (Contents?.[0]?.LastModified?.getTime() ?? 0))).toBeLessThan(60_000);
  });

  it.each([1, 2, 3, 100])("groups keys by a delimiter, %i per page", async (MaxKeys) => {
    expect(await list({ Delimiter: "/", MaxKeys })).toMatchObject({
      keys: ["a.wav", "a0", "\uffee"],
      prefixes: ["a/", "b/", "é/", "🎹/"],
    });
    expect(await list({ Delimiter: "/", Prefix: "a/", MaxKeys })).toMatchObject({
      keys: ["a/1", "a/2"],
      prefixes: ["a/b/"],
    });
  });

  it("starts after a given key and stays within a prefix", async () => {
    expect((await list({ StartAfter: "a/b/3", Prefix: "a", MaxKeys: 1 })).keys).toEqual(["a/b/4", "a0"]);
    expect((await list({ Prefix: "zzz" })).keys).toEqual([]);
    expect((await list({ EncodingType: "url", Prefix: "b/" })).keys).toEqual(["b/1%20%26%20%3C2%3E"]);
  });

  it("immediately shows what was written and hides what was deleted", async () => {
    for (let round = 0; round < 5; round += 1) {
      const Key = `fresh/${round}`;
      await store.client.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
      expect((await list({ Prefix: "fresh/" })).keys).toEqual([Key]);
      await store.client.send(new PutObjectCommand({ Bucket, Key, Body: "longer" }));
      expect((await page({ Prefix: "fresh/" })).Contents?.[0]?.Size).toBe(6);
      await store.client.send(new DeleteObjectCommand({ Bucket, Key }));
      expect((await list({ Prefix: "fresh/" })).keys).toEqual([]);
    }
  });

  it("shows what another process on the same folder writes", async () => {
    const other = await startStore({ directory: store.directory });
    await other.client.send(new PutObjectCommand({ Bucket, Key: "other/1", Body: "x" }));
    expect((await list({ Prefix: "other/" })).keys).toEqual(["other/1"]);
    await store.client.send(new DeleteObjectCommand({ Bucket, Key: "other/1" }));
    const { Contents } = await other.client.send(new ListObjectsV2Command({ Bucket, Prefix: "other/" }));
    expect(Contents).toBeUndefined();
    await other.stop();
  });

  it("refuses an invalid token or page size", async () => {
    expect((await refusalOf(page({ ContinuationToken: "!!" }))).code).toBe("InvalidArgument");
    expect((await refusalOf(page({ MaxKeys: -1 }))).code).toBe("InvalidArgument");
  });
});
