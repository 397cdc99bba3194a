import type { BeginUpload, UploadTicket } from "@/lib/uploads/schema";
import { withRetries } from "./backoff";
import { type PlannedPart, planParts } from "./part-plan";
import { putBytes } from "./put-bytes";
import { UploadError } from "./upload-error";
import { beginUpload, completeUpload, readUpload, signParts } from "./uploads-api";

const PARALLEL_PARTS = 3;
const ADDRESS_RENEWALS = 3;

export interface SendRequest {
  file: File;
  begin: BeginUpload;
  /** An unfinished multipart upload of the same bytes, to go on with instead of beginning anew. */
  resume: { uploadId: string; sampleId: string } | null;
}

export interface SendHooks {
  signal: AbortSignal;
  onTicket: (ticket: { uploadId: string; sampleId: string; kind: UploadTicket["kind"]; keptBytes: number }) => void;
  onProgress: (sentBytes: number) => void;
  /** A try failed and another follows. */
  onRetry: (error: UploadError) => void;
  /** All bytes are out; the server checks and files them. */
  onFinishing: () => void;
}

export type SendOutcome = { kind: "sent"; sampleId: string } | { kind: "known"; sampleId: string };

/** One file from the first request to the last. Throws {@link UploadError}, or the signal's reason when aborted. */
export async function sendFile(request: SendRequest, hooks: SendHooks): Promise<SendOutcome> {
  const { signal, onRetry } = hooks;
  if (request.resume && (await continueParts(request.file, request.resume, hooks))) {
    return finish(request.resume, hooks);
  }
  // Not aborted half-way: the server may have made an upload by then, and its id is needed to take it back.
  const answer = await withRetries(() => beginUpload(request.begin), { signal, onRetry });
  if (answer.kind === "already_owned") return { kind: "known", sampleId: answer.sampleId };
  const { ticket } = answer;
  hooks.onTicket({ ...ticket, keptBytes: 0 });
  signal.throwIfAborted();
  if (ticket.kind === "single") {
    await withRetries(
      () =>
        putBytes({
          url: ticket.url,
          headers: ticket.headers,
          body: request.file,
          signal,
          onProgress: hooks.onProgress,
        }),
      { signal, onRetry },
    );
  } else {
    await sendParts(request.file, ticket.uploadId, planParts(request.file.size, ticket.partSizeBytes), hooks);
  }
  return finish(ticket, hooks);
}

async function finish(ticket: { uploadId: string; sampleId: string }, hooks: SendHooks): Promise<SendOutcome> {
  hooks.onFinishing();
  await withRetries(() => completeUpload(ticket.uploadId, hooks.signal), hooks);
  return { kind: "sent", sampleId: ticket.sampleId };
}

/** False where that upload is gone (expired, cancelled elsewhere) and must begin anew. */
async function continueParts(
  file: File,
  resume: { uploadId: string; sampleId: string },
  hooks: SendHooks,
): Promise<boolean> {
  try {
    const state = await withRetries(() => readUpload(resume.uploadId, hooks.signal), hooks);
    if (state.partSizeBytes === null) return false;
    const plan = planParts(file.size, state.partSizeBytes, state.uploadedParts);
    hooks.onTicket({ ...resume, kind: "multipart", keptBytes: plan.keptBytes });
    await sendParts(file, resume.uploadId, plan, hooks);
    return true;
  } catch (error) {
    if (error instanceof UploadError && error.code === "not_found") return false;
    throw error;
  }
}

/** Sends the parts that are missing, three at a time; each is retried by itself. */
async function sendParts(
  file: File,
  uploadId: string,
  plan: { remaining: PlannedPart[]; keptBytes: number },
  hooks: SendHooks,
): Promise<void> {
  const sentByPart = new Map<number, number>();
  const report = (partNumber: number, sentBytes: number) => {
    sentByPart.set(partNumber, sentBytes);
    let total = plan.keptBytes;
    for (const bytes of sentByPart.values()) total += bytes;
    hooks.onProgress(total);
  };
  hooks.onProgress(plan.keptBytes);
  // One part that fails for good stops its siblings, or they would send on after the file has failed.
  const stop = new AbortController();
  const signal = AbortSignal.any([hooks.signal, stop.signal]);
  const sendPart = async (part: PlannedPart) => {
    const body = file.slice(part.startByte, part.endByte);
    const onProgress = (sentBytes: number) => report(part.partNumber, sentBytes);
    const retries = { signal, onRetry: hooks.onRetry };
    for (let renewal = 0; ; renewal++) {
      // Signed just before it is sent: an address signed for the whole file would run out on a slow line.
      const [signed] = await withRetries(() => signParts(uploadId, [part.partNumber], signal), retries);
      if (!signed) throw new UploadError("The server gave no address for a part of this file.", { isRetryable: true });
      try {
        return await withRetries(() => putBytes({ url: signed.url, body, signal, onProgress }), retries);
      } catch (error) {
        const isExpired = error instanceof UploadError && error.code === "address_expired";
        if (!isExpired || renewal >= ADDRESS_RENEWALS) throw error;
      }
    }
  };
  const queue = [...plan.remaining];
  const worker = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) await sendPart(part);
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PARALLEL_PARTS, queue.length) }, worker));
  } catch (error) {
    stop.abort(error);
    throw error;
  }
}
