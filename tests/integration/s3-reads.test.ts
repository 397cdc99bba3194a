import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, httpRefusal, patternBytes, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const bytes = patternBytes(700_000);
const Key = "ranged.wav";
let store: RunningStore;
let etag = "";
beforeAll(async () => {
  store = await startStore();
  const written = await store.client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: "audio/wav" }));
  etag = written.ETag ?? "";
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const get = async (more = {}) => {
  const output = await store.client.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return { ...output, bytes: Buffer.from((await output.Body?.transformToByteArray()) ?? []) };
};
const presigned = () => getSignedUrl(store.client, new GetObjectCommand({ Bucket, Key }));

describe("a range", () => {
  it.each([
    ["bytes=0-0", 0, 1],
    ["bytes=100-399999", 100, 400_000],
    ["bytes=699990-", 699_990, 700_000],
    ["bytes=-10", 699_990, 700_000],
    ["bytes=-9999999", 0, 700_000],
    ["bytes=5-9999999", 5, 700_000],
  ])("%s returns those bytes", async (Range, start, end) => {
    const output = await get({ Range });
    expect(output.$metadata.httpStatusCode).toBe(206);
    expect(output).toMatchObject({ ContentLength: end - start, ContentRange: `bytes ${start}-${end - 1}/700000` });
    expect(output.bytes.equals(bytes.subarray(start, end))).toBe(true);
  });

  it.each(["bytes=700000-", "bytes=-0"])("%s beyond the end is refused with the size", async (range) => {
    const response = await fetch(await presigned(), { headers: { range } });
    expect(response.headers.get("content-range")).toBe("bytes */700000");
    expect(await httpRefusal(response)).toEqual({ code: "InvalidRange", status: 416 });
  });

  it.each(["bytes=9-5", "bytes=0-1,4-5", "lines=1-2", "bytes=-"])(
    "%s is not a range: the whole object is sent",
    async (range) => {
      const response = await fetch(await presigned(), { headers: { range } });
      expect(response.status).toBe(200);
      expect((await response.arrayBuffer()).byteLength).toBe(700_000);
    },
  );

  it("of an object that has changed since returns the whole object", async () => {
    const ask = async (ifRange: string) =>
      (await fetch(await presigned(), { headers: { range: "bytes=0-9", "if-range": ifRange } })).status;
    expect(await ask(etag)).toBe(206);
    expect(await ask('"another"')).toBe(200);
  });
});

describe("a conditional read", () => {
  it("is answered from the object's current state", async () => {
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key }));
    const written = head.LastModified ?? new Date(0);
    const before = new Date(written.getTime() - 1000);
    expect((await get({ IfMatch: etag })).ContentLength).toBe(700_000);
    expect((await refusalOf(get({ IfMatch: '"other"' }))).status).toBe(412);
    expect((await refusalOf(get({ IfNoneMatch: etag }))).status).toBe(304);
    expect((await refusalOf(get({ IfNoneMatch: "*" }))).status).toBe(304);
    expect((await refusalOf(get({ IfModifiedSince: written }))).status).toBe(304);
    expect((await refusalOf(get({ IfUnmodifiedSince: before }))).status).toBe(412);
    expect((await get({ IfModifiedSince: before, IfNoneMatch: '"other"' })).ContentLength).toBe(700_000);
    expect((await get({ IfUnmodifiedSince: before, IfMatch: etag })).ContentLength).toBe(700_000);
  });
});

describe("a conditional write", () => {
  const put = (key: string, Body: string, more = {}) =>
    store.client.send(new PutObjectCommand({ Bucket, Key: key, Body, ...more }));

  it("with If-None-Match: * creates but never replaces, even if many try at once", async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => put("once", `version ${n}`, { IfNoneMatch: "*" })),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusalOf(put("once", "again", { IfNoneMatch: "*" }))).toEqual({
      code: "PreconditionFailed",
      status: 412,
    });
  });

  it("with If-Match replaces only the version it names", async () => {
    const { ETag } = await put("versioned", "one");
    await put("versioned", "two", { IfMatch: ETag });
    expect((await refusalOf(put("versioned", "three", { IfMatch: ETag }))).code).toBe("PreconditionFailed");
    expect((await refusalOf(put("none", "one", { IfMatch: ETag }))).code).toBe("NoSuchKey");
  });
});

describe("a presigned read", () => {
  it("may set the type, name and caching that the browser sees", async () => {
    const overrides = {
      ResponseContentType: "audio/flac",
      ResponseContentDisposition: "attachment; filename=\"a.flac\"; filename*=UTF-8''%C3%A4.flac",
      ResponseCacheControl: "private, max-age=5",
    };
    const response = await fetch(await getSignedUrl(store.client, new GetObjectCommand({ Bucket, Key, ...overrides })));
    expect(response.headers.get("content-type")).toBe("audio/flac");
    expect(response.headers.get("content-disposition")).toBe(overrides.ResponseContentDisposition);
    expect(response.headers.get("cache-control")).toBe("private, max-age=5");
    await response.body?.cancel();
  });

  it("cannot add a header of its own", async () => {
    const ResponseContentType = "audio/wav\r\nSet-Cookie: a=b";
    const url = await getSignedUrl(store.client, new GetObjectCommand({ Bucket, Key, ResponseContentType }));
    const response = await fetch(url);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await httpRefusal(response)).toEqual({ code: "InvalidArgument", status: 400 });
  });
});

describe("a feature that this store lacks", () => {
  it("is refused as such and not mistaken for another", async () => {
    const url = await getSignedUrl(store.client, new GetObjectCommand({ Bucket, Key, VersionId: "1" }));
    expect(await httpRefusal(await fetch(url))).toEqual({ code: "NotImplemented", status: 501 });
    const encrypted = { ServerSideEncryption: "AES256" } as const;
    const put = store.client.send(new PutObjectCommand({ Bucket, Key, Body: "replaced", ...encrypted }));
    expect((await refusalOf(put)).code).toBe("NotImplemented");
    expect((await get()).ETag).toBe(etag);
  });
});
