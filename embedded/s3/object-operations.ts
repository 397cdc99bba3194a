import { createHash } from "node:crypto";
import { parseByteRange } from "./byte-range";
import { type OpenObject, readBytes } from "./object-file";
import { checksumElements, checksumHeaders, describedBy, objectHeaders } from "./object-headers";
import { type ObjectStore, OWNER_TERMS, type WriteTerms } from "./object-store";
import { checkReadConditions, rangeApplies, writePrecondition } from "./preconditions";
import type { AddressPermit } from "./presigned-access";
import { announcedBytes, openBody } from "./request-body";
import type { RunningWrites } from "./running-writes";
import { S3Error } from "./s3-error";
import { assertBucketName, assertKey, header, parameter, type S3Request } from "./s3-request";
import type { Signature } from "./signature-v4";
import { createChecksumHasher } from "./streaming-checksum";
import { xmlResponse } from "./xml";

/** What every operation gets. */
export interface Context {
  store: ObjectStore;
  request: S3Request;
  signature: Signature;
  maxObjectBytes: number;
  /** Null for a holder of the secret. */
  permit: AddressPermit | null;
  writes: RunningWrites;
}

/** Runs a write of the request's body. Through an address it is one of few at once, and must stay allowed. */
export async function runWrite<T>(
  { request, permit, writes }: Pick<Context, "request" | "permit" | "writes">,
  place: string,
  write: (terms: WriteTerms, whileArriving: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const announced = announcedBytes(request);
  if (!permit) return write({ writer: "owner", announcedBytes: announced }, async () => {});
  const terms = { writer: "address", announcedBytes: announced, confirm: () => permit.confirm() } as const;
  const halt = (reason: Error) => request.halted.abort(reason);
  const { holder } = permit;
  return writes.run({ target: place, holder, halt }, () => write(terms, () => permit.renew()));
}

export async function putObject(context: Context): Promise<Response> {
  const { store, request, signature, maxObjectBytes } = context;
  const { bucket, key } = request;
  await store.requireBucket(bucket);
  const described = describedBy(request);
  const precondition = writePrecondition(request.headers);
  const record = await runWrite(context, `${bucket}/${key}`, async (terms, whileArriving) => {
    const body = await openBody(request, signature, maxObjectBytes);
    return store.write({ bucket, key, precondition, terms }, async (file) => {
      for await (const chunk of body.chunks) {
        await whileArriving();
        await file.append(chunk);
      }
      return { ...described, etag: body.md5Hex(), checksum: body.checksum(), lastModifiedMs: Date.now() };
    });
  });
  return new Response(null, { headers: { etag: `"${record.etag}"`, ...checksumHeaders(record.checksum) } });
}

/** GET and HEAD. The file is read at the client's pace, and closed if the client disconnects. */
export async function getObject({ store, request }: Context): Promise<Response> {
  const object = await requireObject(store, request.bucket, request.key);
  let isStreaming = false;
  try {
    const { record } = object;
    if (parameter(request, "partNumber") !== undefined) throw new S3Error("NotImplemented", "Reading by part number.");
    const headers = objectHeaders(request, record);
    if (checkReadConditions(request.headers, record) === "not_modified") {
      for (const name of ["content-type", "content-encoding", "content-language"]) headers.delete(name);
      return new Response(null, { status: 304, headers });
    }
    const wanted = rangeApplies(request.headers, record) ? request.headers.get("range") : null;
    const range = parseByteRange(wanted, record.sizeBytes);
    const { start, end } = range ?? { start: 0, end: record.sizeBytes };
    headers.set("content-length", String(end - start));
    if (range) headers.set("content-range", `bytes ${start}-${end - 1}/${record.sizeBytes}`);
    else if (header(request, "x-amz-checksum-mode")?.toUpperCase() === "ENABLED") {
      for (const [name, value] of Object.entries(checksumHeaders(record.checksum))) headers.set(name, value);
    }
    isStreaming = request.method === "GET" && end > start;
    const body = isStreaming ? objectStream(object, start, end, request.signal) : null;
    return new Response(body, { status: range ? 206 : 200, headers });
  } finally {
    if (!isStreaming) await object.handle.close();
  }
}

function objectStream(object: OpenObject, start: number, end: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const bytes = readBytes(object, start, end);
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    signal.removeEventListener("abort", close);
    await bytes.return(undefined);
    await object.handle.close();
  };
  signal.addEventListener("abort", close, { once: true });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = isClosed ? { done: true, value: undefined } : await bytes.next();
          if (value) return controller.enqueue(value);
          if (done) controller.close();
        } catch (error) {
          controller.error(error);
        }
        await close();
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  );
}

export async function deleteObject({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  await store.remove(request.bucket, request.key, writePrecondition(request.headers));
  return new Response(null, { status: 204 });
}

/** The metadata is the source's, unless `x-amz-metadata-directive` is `REPLACE`. */
export async function copyObject({ store, request, maxObjectBytes }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  const { bucket, key } = copySource(header(request, "x-amz-copy-source") ?? "");
  const isReplaced = header(request, "x-amz-metadata-directive")?.toUpperCase() === "REPLACE";
  if (bucket === request.bucket && key === request.key && !isReplaced) {
    throw new S3Error("InvalidRequest", "This copy request is illegal: it would copy an object onto itself unchanged.");
  }
  const source = await requireObject(store, bucket, key);
  try {
    const { record: from } = source;
    if (checkReadConditions(request.headers, from, "x-amz-copy-source-") === "not_modified") {
      throw new S3Error("PreconditionFailed", "At least one of the pre-conditions you specified did not hold.");
    }
    if (from.sizeBytes > maxObjectBytes) throw new S3Error("EntityTooLarge", `At most ${maxObjectBytes} bytes.`);
    const described = isReplaced ? describedBy(request) : { headers: from.headers, metadata: from.metadata };
    const algorithm = from.checksum?.algorithm;
    const hasher = algorithm ? await createChecksumHasher(algorithm) : null;
    const precondition = writePrecondition(request.headers);
    const terms = { ...OWNER_TERMS, announcedBytes: from.sizeBytes };
    const where = { bucket: request.bucket, key: request.key, precondition, terms };
    const record = await store.write(where, async (file) => {
      const md5 = createHash("md5");
      for await (const chunk of readBytes(source, 0, from.sizeBytes)) {
        md5.update(chunk);
        hasher?.update(chunk);
        await file.append(chunk);
      }
      const checksum =
        algorithm && hasher ? { algorithm, value: hasher.digestBase64(), type: "FULL_OBJECT" as const } : undefined;
      return { ...described, etag: md5.digest("hex"), checksum, lastModifiedMs: Date.now() };
    });
    const LastModified = new Date(record.lastModifiedMs).toISOString();
    const result = { ETag: `"${record.etag}"`, LastModified, ...checksumElements(record.checksum) };
    return xmlResponse("CopyObjectResult", result);
  } finally {
    await source.handle.close();
  }
}

async function requireObject(store: ObjectStore, bucket: string, key: string): Promise<OpenObject> {
  const object = await store.open(bucket, key);
  if (object) return object;
  await store.requireBucket(bucket);
  throw new S3Error("NoSuchKey", "The specified key does not exist.");
}

function copySource(text: string): { bucket: string; key: string } {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replace(/\?versionId=null$/, ""));
  } catch (cause) {
    throw new S3Error("InvalidArgument", "x-amz-copy-source is malformed.", { cause });
  }
  const [bucket = "", ...rest] = decoded.replace(/^\//, "").split("/");
  const key = rest.join("/");
  assertBucketName(bucket);
  assertKey(key);
  return { bucket, key };
}
