import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bucket, patternBytes, type RunningStore, refusalOf, startStore } from "./s3-fixture";

const MIN_PART_BYTES = 5 * 1024 * 1024;
const parts = [patternBytes(MIN_PART_BYTES, 1), patternBytes(MIN_PART_BYTES + 7, 2), patternBytes(1000, 3)];
const whole = Buffer.concat(parts);

let store: RunningStore;
let presigning: S3Client;
beforeAll(async () => {
  store = await startStore();
  presigning = store.clientWith({ requestChecksumCalculation: "WHEN_REQUIRED" });
});
afterAll(async () => {
  expect(store.surprises).toEqual([]);
  await store.stop();
});

const create = async (Key: string, more = {}) => {
  const { UploadId } = await store.client.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
  return { Bucket, Key, UploadId };
};
type Upload = Awaited<ReturnType<typeof create>>;
const upload = async (to: Upload, PartNumber: number, Body: Buffer) => {
  const { ETag } = await store.client.send(new UploadPartCommand({ ...to, PartNumber, Body }));
  return { PartNumber, ETag };
};
const complete = (to: Upload, Parts: { PartNumber: number; ETag?: string }[], more = {}) =>
  store.client.send(new CompleteMultipartUploadCommand({ ...to, MultipartUpload: { Parts }, ...more }));
const read = async (Key: string) => {
  const { Body } = await store.client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const multipartEtag = (pieces: Buffer[]) => {
  const md5 = createHash("md5");
  for (const piece of pieces) md5.update(createHash("md5").update(piece).digest());
  return `"${md5.digest("hex")}-${pieces.length}"`;
};

describe("a multipart upload", () => {
  it("becomes one object with its initial metadata and the protocol's ETag", async () => {
    const to = await create("joined.wav", { ContentType: "audio/wav", Metadata: { take: "7" } });
    const done = await Promise.all(parts.map((part, index) => upload(to, index + 1, part)));
    const { ETag } = await complete(to, done);
    expect(ETag).toBe(multipartEtag(parts));
    expect((await read("joined.wav")).equals(whole)).toBe(true);
    const head = await store.client.send(new HeadObjectCommand({ Bucket, Key: "joined.wav" }));
    expect(head).toMatchObject({
      ContentType: "audio/wav",
      Metadata: { take: "7" },
      ETag,
      ContentLength: whole.length,
    });
  });

  it("accepts parts from a browser by presigned URL, of exactly the signed size", async () => {
    const to = await create("browser.wav");
    const presign = (PartNumber: number, ContentLength: number) =>
      getSignedUrl(presigning, new UploadPartCommand({ ...to, PartNumber, ContentLength }), {
        signableHeaders: new Set(["host", "content-length"]),
      });
    const done = await Promise.all(
      parts.map(async (part, index) => {
        const response = await fetch(await presign(index + 1, part.length), {
          method: "PUT",
          body: new Uint8Array(part),
        });
        expect(response.status).toBe(200);
        return { PartNumber: index + 1, ETag: response.headers.get("etag") ?? "" };
      }),
    );
    const wrongSize = await fetch(await presign(1, 5), { method: "PUT", body: "seven.." });
    expect(wrongSize.status).toBe(403);
    await complete(to, done);
    expect((await read("browser.wav")).equals(whole)).toBe(true);
  });

  it("lists its parts page by page, so that an interrupted one can be resumed", async () => {
    const to = await create("resumed");
    for (const partNumber of [3, 1, 12]) await upload(to, partNumber, Buffer.from(`part ${partNumber}`));
    const first = await store.client.send(new ListPartsCommand({ ...to, MaxParts: 2 }));
    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [3, 6],
    ]);
    expect(first.IsTruncated).toBe(true);
    const marker = first.NextPartNumberMarker;
    const second = await store.client.send(new ListPartsCommand({ ...to, PartNumberMarker: marker }));
    expect(second.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([12]);
    expect(second.IsTruncated).toBe(false);
  });

  it("uses the last of two uploads of one part, and gives the same answer when completed twice", async () => {
    const to = await create("twice");
    await upload(to, 1, Buffer.from("first try"));
    const done = await upload(to, 1, Buffer.from("second try"));
    const answers = [await complete(to, [done]), await complete(to, [done])];
    expect(answers[0]?.ETag).toBe(answers[1]?.ETag);
    expect((await read("twice")).toString()).toBe("second try");
  });

  it.each(["CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME"] as const)("carries the checksum %s", async (algorithm) => {
    const to = await create("checked", { ChecksumAlgorithm: algorithm });
    const done = await Promise.all(
      parts.map(async (Body, index) => {
        const command = new UploadPartCommand({ ...to, PartNumber: index + 1, Body, ChecksumAlgorithm: algorithm });
        const { ETag, ...output } = await store.client.send(command);
        const field = `Checksum${algorithm}` as const;
        return { PartNumber: index + 1, ETag, [field]: output[field] };
      }),
    );
    const broken = done.map((part, index) => (index === 1 ? { ...part, [`Checksum${algorithm}`]: "AAAAAA==" } : part));
    expect((await refusalOf(complete(to, broken))).code).toBe("InvalidPart");
    const output = await complete(to, done);
    expect(output.ChecksumType).toBe(algorithm === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE");
    expect(output[`Checksum${algorithm}`]).toMatch(algorithm === "CRC64NVME" ? /^[^-]+$/ : /-3$/);
    expect((await read("checked")).equals(whole)).toBe(true);
  });
});

describe("a multipart upload is refused", () => {
  it("with a missing part, another ETag, a wrong order or a small part before the last", async () => {
    const to = await create("refused");
    const [one, two] = [await upload(to, 1, Buffer.from("small")), await upload(to, 2, Buffer.from("last"))];
    const code = async (claimed: { PartNumber: number; ETag?: string }[]) =>
      (await refusalOf(complete(to, claimed))).code;
    expect(await code([one, two])).toBe("EntityTooSmall");
    expect(await code([two, one])).toBe("InvalidPartOrder");
    expect(await code([one, one])).toBe("InvalidPartOrder");
    expect(await code([{ ...two, PartNumber: 9 }])).toBe("InvalidPart");
    expect(await code([{ ...two, ETag: one.ETag }])).toBe("InvalidPart");
    expect(await code([])).toBe("MalformedXML");
    expect((await refusalOf(read("refused"))).code).toBe("NoSuchKey");
    expect(await readdir(join(store.directory, "staging"))).toEqual([]);
  });

  it("with a part number out of range", async () => {
    const to = await create("numbers");
    for (const PartNumber of [0, 10_001]) {
      const refusal = await refusalOf(store.client.send(new UploadPartCommand({ ...to, PartNumber, Body: "x" })));
      expect(refusal.code).toBe("InvalidArgument");
    }
  });

  it("if it is unknown, aborted or of another key", async () => {
    const to = await create("aborted");
    const done = await upload(to, 1, Buffer.from("gone"));
    const elsewhere = { ...to, Key: "elsewhere" };
    expect((await refusalOf(complete(elsewhere, [done]))).code).toBe("NoSuchUpload");
    await store.client.send(new AbortMultipartUploadCommand(to));
    for (const UploadId of [to.UploadId, "../../samples", "0".repeat(48)]) {
      const gone = { ...to, UploadId };
      expect((await refusalOf(upload(gone, 1, Buffer.from("x")))).code).toBe("NoSuchUpload");
      expect((await refusalOf(complete(gone, [done]))).code).toBe("NoSuchUpload");
      expect((await refusalOf(store.client.send(new ListPartsCommand(gone)))).code).toBe("NoSuchUpload");
    }
    const names = await readdir(join(store.directory, "buckets", Bucket, "uploads"));
    expect(names).not.toContain(to.UploadId);
  });
});
