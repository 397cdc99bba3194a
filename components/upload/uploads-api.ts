import { v7 as uuidv7 } from "uuid";
import { type ApiAnswer, callApi, type OperationName, type Refused } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import type { BeginUpload, KnownBytes, SignedPart, UploadState, UploadTicket } from "@/lib/uploads/schema";
import { UploadError, type UsedUp } from "./upload-error";

/** The most that the API lists on one page. */
const UPLOADS_PER_REQUEST = 200;

/** Sentences for these codes. For all others, the server's own `detail` is shown. */
const SENTENCES: Record<string, string> = {
  unauthenticated: msg("You are signed out. Sign in again in another tab, then retry. Nothing is lost."),
  forbidden: msg("Your account is not allowed to upload."),
  feature_off: msg("Folder uploads are turned off for your account. Choose the files in the folder instead."),
  rate_limited: msg("Too many requests. The upload continues by itself in a moment."),
  storage_unavailable: msg("File storage is not available."),
  database_unavailable: msg("The database is not available."),
  idempotency_in_progress: msg("The server is still working on this file."),
  batch_over: msg("Its batch was cancelled. Try again to upload this file without it."),
  upload_over: msg("This upload was finished or cancelled in the meantime. Try again."),
};

type AnyRefusal = Refused<{ code: string; detail?: string }>;

function errorOf({ status, problem, retryAfterSeconds }: AnyRefusal, usedUp?: UsedUp): UploadError {
  const code = problem?.code ?? `http_${status}`;
  const isBusy =
    (status >= 500 && code !== "no_room") || status === 408 || status === 429 || code === "idempotency_in_progress";
  return new UploadError(
    SENTENCES[code] ?? problem?.detail ?? msg`The server could not do this right now (${status}).`,
    {
      code,
      isRetryable: isBusy,
      ...(usedUp && { usedUp }),
      ...(retryAfterSeconds !== null && { retryAfterMs: retryAfterSeconds * 1000 }),
    },
  );
}

const offline = () =>
  new UploadError(msg("The server did not answer. Check your connection. What was sent is kept."), {
    isRetryable: true,
    code: "offline",
  });

/** Like `callApi`, but throws an `UploadError` if the server does not answer. */
async function call<const Name extends OperationName>(
  name: Name,
  input: Parameters<typeof callApi<Name>>[1],
): Promise<ApiAnswer<Name>> {
  try {
    return await callApi(name, input);
  } catch (error) {
    if (input.signal?.aborted) throw error;
    throw offline();
  }
}

export type BeginAnswer = { kind: "ticket"; ticket: UploadTicket } | { kind: "already_owned"; sampleId: string };

/**
 * Asks to send a file. Returns where to send it, or the sample that already has its bytes. After a lost answer, the
 * same key makes sure that no second upload begins.
 */
export async function beginUpload(input: BeginUpload, idempotencyKey: string): Promise<BeginAnswer> {
  const answer = await call("POST /uploads", { body: input, idempotencyKey });
  if (answer.ok) return { kind: "ticket", ticket: answer.body.data };
  const { problem } = answer;
  if (problem?.code === "already_owned") return { kind: "already_owned", sampleId: problem.sampleId };
  if (problem?.code !== "quota_exceeded") throw errorOf(answer);
  const { quota: kind, role, allowed, used, renewsAt } = problem;
  throw errorOf(answer, { kind, role, allowed, used, renewsAt });
}

/** Begins a batch for files that are about to be uploaded. Returns its id. */
export async function beginBatch(name: string): Promise<string> {
  const answer = await call("POST /batches", { body: { kind: "upload", name }, idempotencyKey: uuidv7() });
  if (!answer.ok) throw errorOf(answer);
  return answer.body.data.id;
}

export async function findKnownBytes(sha256s: string[]): Promise<KnownBytes[]> {
  const answer = await call("POST /uploads/known", { body: { sha256s } });
  if (!answer.ok) throw errorOf(answer);
  return answer.body.data;
}

export async function signParts(uploadId: string, partNumbers: number[], signal: AbortSignal): Promise<SignedPart[]> {
  const answer = await call("POST /uploads/:id/parts", { params: { id: uploadId }, body: { partNumbers }, signal });
  if (!answer.ok) throw errorOf(answer);
  return answer.body.data;
}

/** After a lost answer, the same key makes sure that the completion counts once. */
export async function completeUpload(uploadId: string, idempotencyKey: string, signal: AbortSignal): Promise<void> {
  const answer = await call("POST /uploads/:id/complete", { params: { id: uploadId }, idempotencyKey, signal });
  if (!answer.ok) throw errorOf(answer);
}

/** Reads all of them, page by page. */
export async function listUnfinishedUploads(): Promise<UploadState[]> {
  const uploads: UploadState[] = [];
  let cursor: string | undefined;
  do {
    const answer: ApiAnswer<"GET /uploads"> = await call("GET /uploads", {
      query: { limit: UPLOADS_PER_REQUEST, cursor },
    });
    if (!answer.ok) throw errorOf(answer);
    uploads.push(...answer.body.data);
    cursor = answer.body.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return uploads;
}

export async function readUpload(uploadId: string, signal: AbortSignal): Promise<UploadState> {
  const answer = await call("GET /uploads/:id", { params: { id: uploadId }, signal });
  if (!answer.ok) throw errorOf(answer);
  return answer.body.data;
}

/** An upload that is already gone counts as cancelled. */
export async function cancelUpload(uploadId: string): Promise<void> {
  const answer = await call("DELETE /uploads/:id", { params: { id: uploadId }, keepalive: true });
  if (!answer.ok && answer.problem?.code !== "not_found") throw errorOf(answer);
}
