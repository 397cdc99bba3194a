import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Bucket, httpRefusal, patternBytes, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const MAX_OBJECT_BYTES = 1_000_000;
let store: RunningStore;
let presigning: S3Client;
beforeAll(async () => {
  store = await startStore({ maxObjectBytes: MAX_OBJECT_BYTES });
  presigning = store.clientWith({ requestChecksumCalculation: "WHEN_REQUIRED" });
});
beforeEach(async () => {
  await store.client.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "as it was" }));
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const stagedFiles = () => readdir(join(store.directory, "staging"));
const expectUntouched = async () => {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket, Key: "kept" }));
  expect(await Body?.transformToString()).toBe("as it was");
  expect(await stagedFiles()).toEqual([]);
};
/** Changes the body after the SDK has hashed and signed it. */
const tamperingClient = (change: (body: Buffer) => Buffer, config = {}) => {
  const client = store.clientWith(config);
  client.middlewareStack.add(
    (next) => async (args) => {
      const request = args.request as { body: Uint8Array };
      request.body = change(Buffer.from(request.body));
      return next(args);
    },
    { step: "finalizeRequest", priority: "low", name: "tamper" },
  );
  return client;
};
const flipFirst = (body: Buffer) => Buffer.concat([Buffer.from([(body[0] ?? 0) ^ 1]), body.subarray(1)]);

describe("an upload whose bytes do not match", () => {
  it("its payload hash is refused", async () => {
    const client = tamperingClient(flipFirst, { requestChecksumCalculation: "WHEN_REQUIRED" });
    const refusal = await refusalOf(client.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "promised" })));
    expect(refusal).toEqual({ code: "XAmzContentSHA256Mismatch", status: 400 });
    await expectUntouched();
  });

  it.each([
    ["ChecksumCRC32", "AAAAAA=="],
    ["ChecksumCRC32C", "AAAAAA=="],
    ["ChecksumCRC64NVME", "AAAAAAAAAAA="],
    ["ChecksumSHA1", Buffer.alloc(20).toString("base64")],
    ["ChecksumSHA256", Buffer.alloc(32).toString("base64")],
  ])("the header of %s is refused", async (name, value) => {
    const command = new PutObjectCommand({ Bucket, Key: "kept", Body: "promised", [name]: value });
    expect(await refusalOf(store.client.send(command))).toEqual({ code: "BadDigest", status: 400 });
    await expectUntouched();
  });

  it("Content-MD5 is refused", async () => {
    const ContentMD5 = createHash("md5").update("other").digest("base64");
    const wrong = new PutObjectCommand({ Bucket, Key: "kept", Body: "promised", ContentMD5 });
    expect((await refusalOf(store.client.send(wrong))).code).toBe("BadDigest");
    const broken = new PutObjectCommand({ Bucket, Key: "kept", Body: "promised", ContentMD5: "abc" });
    expect((await refusalOf(store.client.send(broken))).code).toBe("InvalidDigest");
    await expectUntouched();
  });

  it("the trailer of a streamed body is refused, as is a body without its trailer", async () => {
    const url = new URL(await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: "probe" })));
    expect(url.searchParams.get("x-amz-checksum-crc32")).toBeNull();
    const send = (trailer: string) => {
      const client = store.clientWith({});
      client.middlewareStack.add(
        (next) => async (args) => {
          const request = args.request as { body: Readable; headers: Record<string, string> };
          expect(request.headers["x-amz-content-sha256"]).toBe("STREAMING-UNSIGNED-PAYLOAD-TRAILER");
          request.body = Readable.from([Buffer.from(`8\r\npromised\r\n0\r\n${trailer}\r\n`)]);
          return next(args);
        },
        { step: "finalizeRequest", priority: "low", name: "tamper" },
      );
      const Body = Readable.from([Buffer.from("promised")]);
      return client.send(new PutObjectCommand({ Bucket, Key: "kept", Body, ContentLength: 8 }));
    };
    expect((await refusalOf(send("x-amz-checksum-crc32:AAAAAA==\r\n"))).code).toBe("BadDigest");
    expect((await refusalOf(send(""))).code).toBe("MalformedTrailerError");
    await expectUntouched();
  });
});

describe("an upload of another size than was signed", () => {
  const presignedPut = (contentLength: number) =>
    getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: "kept", ContentLength: contentLength }), {
      signableHeaders: new Set(["host", "content-length"]),
    });

  it("is refused, but accepted with the signed size", async () => {
    const url = await presignedPut(9);
    for (const body of ["too short", "just nine"].map((text, index) => text + "!".repeat(1 - index))) {
      const response = await fetch(url, { method: "PUT", body });
      expect(response.status, body).toBe(body.length === 9 ? 200 : 403);
    }
  });

  it("is refused if its length is not declared", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from("nine byte"));
        controller.close();
      },
    });
    const response = await fetch(await presignedPut(9), { method: "PUT", body, duplex: "half" } as RequestInit);
    expect((await httpRefusal(response)).status).toBe(403);
    await expectUntouched();
  });

  it("is refused with a readable answer if it is larger than the store allows", async () => {
    const Body = patternBytes(MAX_OBJECT_BYTES + 1);
    expect(await refusalOf(store.client.send(new PutObjectCommand({ Bucket, Key: "kept", Body })))).toEqual({
      code: "EntityTooLarge",
      status: 400,
    });
    const exact = Body.subarray(1);
    await store.client.send(new PutObjectCommand({ Bucket, Key: "exact", Body: exact }));
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key: "exact" }));
    expect(head.ContentLength).toBe(MAX_OBJECT_BYTES);
    await expectUntouched();
  });
});

describe("an upload whose client disconnects in the middle", () => {
  it("leaves the old object and nothing else", async () => {
    const url = await getSignedUrl(presigning, new PutObjectCommand({ Bucket, Key: "kept" }));
    const request = httpRequest(url, { method: "PUT", headers: { "content-length": 900_000 } });
    request.on("error", () => undefined);
    request.write(patternBytes(300_000));
    await vi.waitFor(async () => expect(await stagedFiles()).toHaveLength(1));
    request.destroy();
    await vi.waitFor(async () => expect(await stagedFiles()).toEqual([]));
    await expectUntouched();
  });
});
