import { type ApiAnswer, callApi, type OperationName, type Refused } from "@/lib/api/client";
import type { BeginUpload, KnownBytes, SignedPart, UploadState, UploadTicket } from "@/lib/uploads/schema";
import { UploadError, type UsedUp } from "./upload-error";

/** The most that the API lists on one page. */
const UPLOADS_PER_REQUEST = 200;

/** Sentences for refusals whose cause is known here; the server's own `detail` wins where it has one. */
const SENTENCES: Record<string, string> = {
  unauthenticated: "You are signed out. Sign in again in another tab, then retry; nothing is lost.",
  forbidden: "Your account may not upload here.",
  feature_off: "Whole folders are switched off for your account. Choose the files in it instead.",
  rate_limited: "Too many requests at once. It goes on by itself in a moment.",
  storage_unavailable: "Storage is away for the moment.",
  database_unavailable: "The database is away for the moment.",
  idempotency_in_progress: "The server is still working on this file.",
  upload_over: "This upload was finished or cancelled in the meantime. Try it again.",
};

type AnyRefusal = Refused<{ code: string; detail?: string }>;

function errorOf({ status, problem, retryAfterSeconds }: AnyRefusal, usedUp?: UsedUp): UploadError {
  const code = problem?.code ?? `http_${status}`;
  const isBusy = status >= 500 || status === 408 || status === 429 || code === "idempotency_in_progress";
  return new UploadError(SENTENCES[code] ?? problem?.detail ?? `The server could not do this just now (${status}).`, {
    code,
    isRetryable: isBusy,
    ...(usedUp && { usedUp }),
    ...(retryAfterSeconds !== null && { retryAfterMs: retryAfterSeconds * 1000 }),
  });
}

const offline = () =>
  new UploadError("The server cannot be reached. What was sent is kept; check the connection.", {
    isRetryable: true,
    code: "offline",
  });

/** As `callApi`, with one kind of error for a server that gives no answer. */
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
 * Asks to send a file; answers with where to, or with the sample that already has its bytes. Asked again with the same
 * key, after a lost answer, it begins no second upload.
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

/** The key makes a repeated completion, after a lost answer, count once. */
export async function completeUpload(uploadId: string, idempotencyKey: string, signal: AbortSignal): Promise<void> {
  const answer = await call("POST /uploads/:id/complete", { params: { id: uploadId }, idempotencyKey, signal });
  if (!answer.ok) throw errorOf(answer);
}

/** All of them, page by page. */
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
