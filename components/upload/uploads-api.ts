import type { BeginUpload, KnownBytes, SignedPart, UploadState, UploadTicket } from "@/lib/uploads/schema";
import { UploadError, type UsedUp } from "./upload-error";

const BASE = "/api/v1";

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  sample_id?: string;
  quota?: UsedUp["kind"];
  role?: UsedUp["role"];
  allowed?: number;
  used?: number;
  renews_at?: string | null;
}

/** Sentences for refusals whose cause is known here; the server's own `detail` wins where it has one. */
const SENTENCES: Record<string, string> = {
  unauthenticated: "You are signed out. Sign in again in another tab, then retry; nothing is lost.",
  forbidden: "Your account may not upload here.",
  feature_off: "Whole folders are switched off for your account. Choose the files in it instead.",
  rate_limited: "Too many requests at once. It goes on by itself in a moment.",
  storage_unavailable: "Storage is away for the moment.",
  database_unavailable: "The database is away for the moment.",
};

async function readProblem(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    return {};
  }
}

function errorOf(response: Response, problem: Problem): UploadError {
  const code = problem.code ?? `http_${response.status}`;
  const usedUp = usedUpOf(problem);
  const retryAfter = Number(response.headers.get("retry-after"));
  return new UploadError(
    SENTENCES[code] ?? problem.detail ?? `The server could not do this just now (${response.status}).`,
    {
      code,
      isRetryable: response.status >= 500 || response.status === 408 || response.status === 429,
      ...(usedUp && { usedUp }),
      ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1000 }),
    },
  );
}

function usedUpOf({ code, quota, role, allowed, used, renews_at: renewsAt }: Problem): UsedUp | null {
  const isQuota = code === "quota_exceeded" && quota && role && allowed !== undefined && used !== undefined;
  return isQuota ? { kind: quota, role, allowed, used, renewsAt: renewsAt ?? null } : null;
}

const offline = () =>
  new UploadError("The server cannot be reached. What was sent is kept; check the connection.", {
    isRetryable: true,
    code: "offline",
  });

async function call(path: string, init: RequestInit & { signal?: AbortSignal }): Promise<Response> {
  try {
    return await fetch(`${BASE}${path}`, {
      ...init,
      headers: {
        accept: "application/json",
        ...(init.body ? { "content-type": "application/json" } : {}),
        ...init.headers,
      },
      cache: "no-store",
    });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw offline();
  }
}

async function request<T>(path: string, init: RequestInit & { signal?: AbortSignal } = {}): Promise<T> {
  const response = await call(path, init);
  if (!response.ok) throw errorOf(response, await readProblem(response));
  if (response.status === 204) return undefined as T;
  return ((await response.json()) as { data: T }).data;
}

const post = (body: unknown, signal?: AbortSignal): RequestInit & { signal?: AbortSignal } => ({
  method: "POST",
  body: JSON.stringify(body),
  ...(signal && { signal }),
});

export type BeginAnswer = { kind: "ticket"; ticket: UploadTicket } | { kind: "already_owned"; sampleId: string };

/** Asks to send a file; answers with where to, or with the sample that already has its bytes. */
export async function beginUpload(input: BeginUpload): Promise<BeginAnswer> {
  const response = await call("/uploads", post(input));
  if (response.ok) return { kind: "ticket", ticket: ((await response.json()) as { data: UploadTicket }).data };
  const problem = await readProblem(response);
  if (response.status === 409 && problem.code === "already_owned" && problem.sample_id) {
    return { kind: "already_owned", sampleId: problem.sample_id };
  }
  throw errorOf(response, problem);
}

export const findKnownBytes = (sha256s: string[]) => request<KnownBytes[]>("/uploads/known", post({ sha256s }));

export const signParts = (uploadId: string, partNumbers: number[], signal: AbortSignal) =>
  request<SignedPart[]>(`/uploads/${uploadId}/parts`, post({ partNumbers }, signal));

/** The key makes a repeated completion, after a lost answer, count once. */
export const completeUpload = (uploadId: string, signal: AbortSignal) =>
  request<unknown>(`/uploads/${uploadId}/complete`, {
    ...post({}, signal),
    headers: { "idempotency-key": `complete-${uploadId}` },
  });

export const listUnfinishedUploads = (signal?: AbortSignal) =>
  request<UploadState[]>("/uploads", signal ? { signal } : {});

export const readUpload = (uploadId: string, signal: AbortSignal) =>
  request<UploadState>(`/uploads/${uploadId}`, { signal });

/** An upload that is already gone counts as cancelled. */
export async function cancelUpload(uploadId: string): Promise<void> {
  try {
    await request(`/uploads/${uploadId}`, { method: "DELETE", keepalive: true });
  } catch (error) {
    if (!(error instanceof UploadError && error.code === "not_found")) throw error;
  }
}
