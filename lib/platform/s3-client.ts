import "server-only";
import { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const CONNECT_TIMEOUT_MS = 2_000;
const RESPONSE_TIMEOUT_MS = 10_000;
const IDLE_SOCKET_TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
/** Without `NEXTAUTH_URL` the origin comes from a request header, so the number of cached clients is limited. */
const MAX_PRESIGNING_CLIENTS = 16;

/** Longer than a download may pause: `lib/downloads` ends it before. */
const PAUSED_SOCKET_TIMEOUT_MS = 20 * 60_000;
/** More than downloads may be under way at once, so that none waits for another. */
const STREAMING_SOCKETS = 64;

let internalClient: S3Client | undefined;
let streaming: S3Client | undefined;
const presigningClients = new Map<string, S3Client>();

interface SocketLimits {
  socketTimeout: number;
  maxSockets?: number;
}

function createClient(endpoint: string, limits: SocketLimits = { socketTimeout: IDLE_SOCKET_TIMEOUT_MS }): S3Client {
  const { socketTimeout, maxSockets } = limits;
  const agent = maxSockets === undefined ? {} : { httpAgent: { maxSockets }, httpsAgent: { maxSockets } };
  return new S3Client({
    endpoint,
    region: env.S3_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
    maxAttempts: ATTEMPTS,
    // Presigned URLs must not contain a checksum of an unknown body, and not every server supports trailers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: RESPONSE_TIMEOUT_MS,
      throwOnRequestTimeout: true,
      socketTimeout,
      ...agent,
    },
  });
}

/** The client for the server's own reads and writes. */
export function storageClient(): S3Client {
  internalClient ??= createClient(env.S3_ENDPOINT);
  return internalClient;
}

/**
 * The client for what is sent on as fast as somebody takes it, which may be slow, or not at all for a while. It has
 * sockets of its own: nothing else waits for those people.
 */
export function streamingClient(): S3Client {
  const limits = { socketTimeout: PAUSED_SOCKET_TIMEOUT_MS, maxSockets: STREAMING_SOCKETS };
  streaming ??= createClient(env.S3_ENDPOINT, limits);
  return streaming;
}

/** Where browsers reach storage: an absolute `S3_PUBLIC_ENDPOINT`, or its path on the origin that people use. */
function publicEndpoint(origin: string): string {
  const configured = env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT;
  return configured.startsWith("/") ? new URL(configured, origin).href : configured;
}

/** A client that only signs URLs. The browser's host is part of the signature. */
export function presigningClient(origin: string): S3Client {
  const endpoint = publicEndpoint(origin);
  const known = presigningClients.get(endpoint);
  if (known) return known;
  if (presigningClients.size >= MAX_PRESIGNING_CLIENTS) presigningClients.clear();
  const client = createClient(endpoint);
  presigningClients.set(endpoint, client);
  return client;
}

/** Whether the server answered that the object or upload does not exist. A missing bucket does not count. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  return error.$metadata.httpStatusCode === 404 && error.name !== "NoSuchBucket";
}

/** Runs one storage call and turns any unexpected error into `storage_unavailable`. */
export async function reachStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("storage_unavailable", { cause });
  }
}

/** As `reachStorage`, but returns null for what does not exist. */
export async function reachStorageOrNull<T>(call: () => Promise<T>): Promise<T | null> {
  return reachStorage(async () => {
    try {
      return await call();
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  });
}
