import { createHash } from "node:crypto";
import { arrivingBytes } from "./arriving-bytes";
import { decodeAwsChunked } from "./aws-chunked";
import { S3Error } from "./s3-error";
import { header, type S3Request } from "./s3-request";
import { EMPTY_SHA256, type Signature, UNSIGNED_PAYLOAD } from "./signature-v4";
import {
  type Checksum,
  type ChecksumAlgorithm,
  type ChecksumHasher,
  checksumAlgorithms,
  createChecksumHasher,
  isChecksumAlgorithm,
  isChecksumValue,
} from "./streaming-checksum";

const STREAMING = /^STREAMING-(AWS4-HMAC-SHA256|UNSIGNED)-PAYLOAD(-TRAILER)?$/;

/** Read all of a body's bytes before you trust a digest. The checks happen at the end. */
export interface VerifiedBody {
  chunks: AsyncIterable<Uint8Array>;
  md5Hex(): string;
  checksum(): Checksum | undefined;
}

/**
 * The body of a signed request. Once its last chunk has been read, everything is verified: payload hash or chunk
 * signatures, announced length, Content-MD5, and `x-amz-checksum-*` in header or trailer.
 */
export async function openBody(
  request: S3Request,
  signature: Signature,
  maxBytes: number,
  options: { checksumIsOfBody: boolean } = { checksumIsOfBody: true },
): Promise<VerifiedBody> {
  const streaming = STREAMING.exec(signature.payloadHash);
  const expected = expectedLength(request, streaming !== null, maxBytes);
  const wanted = options.checksumIsOfBody ? wantedChecksum(request) : undefined;
  const hasher = wanted ? await createChecksumHasher(wanted.algorithm) : null;
  const md5 = createHash("md5");
  let md5Hex = "";
  const decoded = streaming ? chunkedBytes(request, signature, streaming, wanted) : hashedBytes(request, signature);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let byteCount = 0;
    for await (const chunk of decoded) {
      byteCount += chunk.byteLength;
      if (byteCount > maxBytes) throw new S3Error("EntityTooLarge", `At most ${maxBytes} bytes are accepted.`);
      md5.update(chunk);
      hasher?.update(chunk);
      yield chunk;
    }
    if (expected !== null && byteCount !== expected) {
      throw new S3Error("IncompleteBody", `${byteCount} bytes arrived, but ${expected} were announced.`);
    }
    md5Hex = md5.digest("hex");
    checkContentMd5(request.headers.get("content-md5"), md5Hex);
    checkChecksum(wanted, hasher);
  }
  const checksum = () =>
    wanted?.value && { algorithm: wanted.algorithm, value: wanted.value, type: "FULL_OBJECT" as const };
  return { chunks: chunks(), md5Hex: () => md5Hex, checksum: () => checksum() || undefined };
}

/** The whole of a small body as text. */
export async function readText(body: VerifiedBody): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** What the request says about its size. 0 if it does not say, or says nothing that is a number. */
export function announcedBytes({ headers }: S3Request): number {
  const byteCount = Number(headers.get("x-amz-decoded-content-length") ?? headers.get("content-length") ?? 0);
  return Number.isSafeInteger(byteCount) && byteCount > 0 ? byteCount : 0;
}

function expectedLength(request: S3Request, isStreaming: boolean, maxBytes: number): number | null {
  const name = isStreaming ? "x-amz-decoded-content-length" : "content-length";
  const text = request.headers.get(name);
  if (text === null) {
    if (isStreaming || request.headers.has("transfer-encoding")) {
      throw new S3Error("MissingContentLength", `You must provide the ${name} header.`);
    }
    return request.body ? null : 0;
  }
  const byteCount = Number(text);
  if (!/^\d{1,15}$/.test(text)) throw new S3Error("InvalidArgument", `${name} is not a number.`);
  if (byteCount > maxBytes) throw new S3Error("EntityTooLarge", `At most ${maxBytes} bytes are accepted.`);
  return byteCount;
}

/** Bytes whose hash must be the signed payload hash. */
async function* hashedBytes(request: S3Request, { payloadHash }: Signature): AsyncGenerator<Uint8Array> {
  if (payloadHash === UNSIGNED_PAYLOAD) return yield* arrivingBytes(request);
  if (!/^[0-9a-f]{64}$/i.test(payloadHash)) {
    throw new S3Error(
      "InvalidArgument",
      "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING-… value or a SHA-256.",
    );
  }
  const hash = createHash("sha256");
  for await (const chunk of arrivingBytes(request)) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== payloadHash.toLowerCase()) throw payloadMismatch();
}

/** For requests without a body: their signed hash must be the hash of no bytes. */
export function requireEmptyPayload(request: S3Request, { payloadHash }: Signature): void {
  const isHash = /^[0-9a-f]{64}$/i.test(payloadHash);
  if (!request.body && isHash && payloadHash.toLowerCase() !== EMPTY_SHA256) throw payloadMismatch();
}

function chunkedBytes(
  request: S3Request,
  signature: Signature,
  [, kind, trailer]: RegExpExecArray,
  wanted: WantedChecksum | undefined,
): AsyncGenerator<Uint8Array> {
  return decodeAwsChunked(arrivingBytes(request), {
    signature: kind === "UNSIGNED" ? undefined : signature,
    hasTrailers: trailer !== undefined,
    onTrailer(name, value) {
      if (wanted?.inTrailer && name === `x-amz-checksum-${wanted.algorithm}`) wanted.value = value;
    },
  });
}

interface WantedChecksum {
  algorithm: ChecksumAlgorithm;
  value: string | undefined;
  inTrailer: boolean;
}

function wantedChecksum(request: S3Request): WantedChecksum | undefined {
  const wanted: WantedChecksum[] = [];
  for (const algorithm of checksumAlgorithms) {
    const value = header(request, `x-amz-checksum-${algorithm}`);
    if (value !== undefined) wanted.push({ algorithm, value, inTrailer: false });
  }
  const trailer = (request.headers.get("x-amz-trailer") ?? "").trim().toLowerCase();
  if (trailer) {
    const algorithm = trailer.replace("x-amz-checksum-", "");
    if (!isChecksumAlgorithm(algorithm)) throw new S3Error("InvalidRequest", "The trailer names no known checksum.");
    wanted.push({ algorithm, value: undefined, inTrailer: true });
  }
  if (wanted.length > 1) throw new S3Error("InvalidRequest", "Expecting a single x-amz-checksum- header.");
  return wanted[0];
}

function checkChecksum(wanted: WantedChecksum | undefined, hasher: ChecksumHasher | null): void {
  if (!wanted || !hasher) return;
  if (wanted.value === undefined)
    throw new S3Error("MalformedTrailerError", "The announced checksum trailer is missing.");
  if (!isChecksumValue(wanted.algorithm, wanted.value)) {
    throw new S3Error("InvalidRequest", `Value for x-amz-checksum-${wanted.algorithm} is invalid.`);
  }
  if (hasher.digestBase64() !== wanted.value) {
    throw new S3Error("BadDigest", `The ${wanted.algorithm} you specified did not match the calculated checksum.`);
  }
}

function checkContentMd5(given: string | null, md5Hex: string): void {
  if (given === null) return;
  const digest = Buffer.from(given, "base64");
  if (digest.length !== 16) throw new S3Error("InvalidDigest", "The Content-MD5 you specified is not valid.");
  if (digest.toString("hex") !== md5Hex) {
    throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.");
  }
}

function payloadMismatch(): S3Error {
  return new S3Error(
    "XAmzContentSHA256Mismatch",
    "The provided x-amz-content-sha256 does not match what was computed.",
  );
}
