import { randomUUID } from "node:crypto";
import { drain } from "./arriving-bytes";
import {
  bucketLocation,
  createBucket,
  deleteBucket,
  deleteObjects,
  headBucket,
  listBuckets,
} from "./bucket-operations";
import { formUpload } from "./form-upload";
import { listObjects } from "./list-objects";
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from "./multipart-operations";
import { type Context, copyObject, deleteObject, getObject, putObject } from "./object-operations";
import { ObjectStore } from "./object-store";
import { AddressPermit, type AllowAccess } from "./presigned-access";
import { requireEmptyPayload } from "./request-body";
import { RunningWrites } from "./running-writes";
import { S3Error, type S3ErrorCode, toS3Error } from "./s3-error";
import { header, parameter, readS3Request, type S3Request } from "./s3-request";
import { type Credentials, verifySignature } from "./signature-v4";
import { sweepStore } from "./sweep";
import { xmlDocument } from "./xml";

const DEFAULT_MAX_OBJECT_BYTES = 5 * 1024 ** 3;
const DEFAULT_SILENCE_SECONDS = 60;
/** Two browsers that each send four files in three parts. */
const DEFAULT_WRITES_PER_HOLDER = 24;
const SWEEP_INTERVAL_MS = 10 * 60 * 1000;
/** Refusals of bodies that go on no more, or that nobody waits for. */
const NOT_AWAITED = new Set<S3ErrorCode>(["RequestTimeout", "OperationAborted"]);
/** Objects share the application's origin, so an uploaded page must not run there. */
const SECURITY_HEADERS = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "sandbox; default-src 'none'",
};
const UNSUPPORTED = (
  "accelerate acl analytics attributes cors encryption intelligent-tiering inventory legal-hold lifecycle logging " +
  "metrics notification object-lock ownershipControls policy policyStatus publicAccessBlock replication " +
  "requestPayment restore retention select tagging torrent versioning versions versionId website"
).split(" ");

export interface S3HandlerOptions extends Credentials {
  /** Holds everything. Created if missing. */
  directory: string;
  /** Created if missing. */
  bucket?: string;
  maxObjectBytes?: number;
  /** The path where the handler is mounted, such as `/s3`. */
  basePath?: string;
  /** A write that has not grown for this long counts as dead. */
  staleWriteSeconds?: number;
  abandonedUploadSeconds?: number;
  /**
   * Decides about every use of a presigned address, after its signature was verified. For a write it is asked before
   * the first byte, every few seconds while the body arrives, and once more before the write is put in place. Without
   * it, an address allows whatever was signed, until it expires.
   */
  allowAccess?: AllowAccess;
  /** How many writes through presigned addresses one holder may run at once. */
  maxWritesPerHolder?: number;
  /** A body that sends nothing for this long is given up. */
  silenceSeconds?: number;
  /** Free space that writes must leave on the disk. Undefined for the default. */
  minFreeBytes?: () => number | undefined;
  /** Called with unexpected errors, which the client does not see. */
  onError?: (error: unknown) => void;
}

/** The S3 protocol over a folder. Bodies stream both ways, and every request must be signed. */
export function createS3Handler(options: S3HandlerOptions): (request: Request) => Promise<Response> {
  const store = new ObjectStore(options.directory, options.minFreeBytes);
  const writes = new RunningWrites(options.maxWritesPerHolder ?? DEFAULT_WRITES_PER_HOLDER);
  const upkeep = createUpkeep(store, options);
  return async (request) => {
    const requestId = randomUUID();
    let response: Response;
    try {
      await upkeep();
      response = await answer({ store, writes }, options, request);
    } catch (error) {
      const refusal = toS3Error(error);
      if (refusal.status >= 500 && refusal.code === "InternalError") options.onError?.(error);
      if (!NOT_AWAITED.has(refusal.code)) await drain(request);
      response = errorResponse(request, refusal, requestId);
    }
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
    response.headers.set("x-amz-request-id", requestId);
    return response;
  };
}

/** Prepares the folder before the first request. Later requests start its sweeps. */
function createUpkeep(store: ObjectStore, options: S3HandlerOptions): () => Promise<void> {
  const limits = {
    staleWriteSeconds: options.staleWriteSeconds ?? 15 * 60,
    abandonedUploadSeconds: options.abandonedUploadSeconds ?? 48 * 60 * 60,
  };
  let prepared: Promise<void> | null = null;
  let sweepDueMs = 0;
  const prepare = async () => {
    await store.prepare();
    if (options.bucket) await store.createBucket(options.bucket);
  };
  return async () => {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = null;
      throw error;
    });
    await prepared;
    if (Date.now() < sweepDueMs) return;
    sweepDueMs = Date.now() + SWEEP_INTERVAL_MS;
    void sweepStore(store, limits).catch((error: unknown) => options.onError?.(error));
  };
}

const allowAll: AllowAccess = async () => ({ holder: null });

async function answer(
  { store, writes }: Pick<Context, "store" | "writes">,
  options: S3HandlerOptions,
  received: Request,
): Promise<Response> {
  const { maxObjectBytes = DEFAULT_MAX_OBJECT_BYTES, allowAccess = allowAll } = options;
  const silenceMs = (options.silenceSeconds ?? DEFAULT_SILENCE_SECONDS) * 1000;
  const request = readS3Request(received, options.basePath ?? "", silenceMs);
  const now = new Date();
  if (isFormUpload(request)) {
    return formUpload({ store, writes, request, credentials: options, allowAccess, maxObjectBytes, now });
  }
  const signature = verifySignature(request, options, now);
  requireEmptyPayload(request, signature);
  const unsupported = UNSUPPORTED.find((name) => parameter(request, name) !== undefined);
  if (unsupported) throw new S3Error("NotImplemented", `?${unsupported} is not supported.`);
  const permit = signature.isPresigned ? await AddressPermit.of(request, allowAccess) : null;
  const context: Context = { store, request, signature, maxObjectBytes, permit, writes };
  if (!request.bucket) {
    if (request.method !== "GET") throw methodNotAllowed();
    return listBuckets(context);
  }
  return request.key ? answerForObject(context) : answerForBucket(context, options.region);
}

function isFormUpload({ method, bucket, key, headers }: S3Request): boolean {
  const isForm = /^multipart\/form-data\b/i.test(headers.get("content-type") ?? "");
  return method === "POST" && bucket !== "" && key === "" && isForm;
}

async function answerForBucket(context: Context, region: string): Promise<Response> {
  const { request } = context;
  const has = (name: string) => parameter(request, name) !== undefined;
  switch (request.method) {
    case "GET":
      if (has("location")) return bucketLocation(context, region);
      if (has("uploads")) return listMultipartUploads(context);
      if (parameter(request, "list-type") === "2") return listObjects(context);
      throw new S3Error("NotImplemented", "Buckets are listed with list-type=2.");
    case "HEAD":
      return headBucket(context);
    case "PUT":
      return createBucket(context);
    case "DELETE":
      return deleteBucket(context);
    case "POST":
      if (has("delete")) return deleteObjects(context);
  }
  throw methodNotAllowed();
}

async function answerForObject(context: Context): Promise<Response> {
  const { request } = context;
  const has = (name: string) => parameter(request, name) !== undefined;
  switch (request.method) {
    case "GET":
      return has("uploadId") ? listParts(context) : getObject(context);
    case "HEAD":
      return getObject(context);
    case "PUT":
      if (has("uploadId") || has("partNumber")) return uploadPart(context);
      return header(request, "x-amz-copy-source") === undefined ? putObject(context) : copyObject(context);
    case "DELETE":
      return has("uploadId") ? abortMultipartUpload(context) : deleteObject(context);
    case "POST":
      if (has("uploads")) return createMultipartUpload(context);
      if (has("uploadId")) return completeMultipartUpload(context);
  }
  throw methodNotAllowed();
}

function methodNotAllowed(): S3Error {
  return new S3Error("MethodNotAllowed", "The specified method is not allowed against this resource.");
}

function errorResponse(request: Request, error: S3Error, requestId: string): Response {
  const headers = { "content-type": "application/xml", "cache-control": "no-store", ...error.options.headers };
  const document = { Code: error.code, Message: error.message, RequestId: requestId };
  const body = request.method === "HEAD" ? null : xmlDocument("Error", document, false);
  return new Response(body, { status: error.status, headers });
}
