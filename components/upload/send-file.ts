import { v7 as uuidv7 } from "uuid";
import type { BeginUpload, UploadTicket } from "@/lib/uploads/schema";
import { withRetries } from "./backoff";
import type { DropBatch } from "./drop-batch";
import { planParts } from "./part-plan";
import { putBytes } from "./put-bytes";
import { type PartHooks, sendParts } from "./send-parts";
import { UploadError } from "./upload-error";
import { beginUpload, completeUpload, readUpload } from "./uploads-api";

export interface SendRequest {
  file: File;
  begin: BeginUpload;
  /** The same for every try until there is an answer, so that no second upload begins. */
  beginKey: string;
  /** An unfinished multipart upload of the same bytes, to be continued. */
  resume: { uploadId: string; sampleId: string } | null;
  /** The files that came with it, which may be a batch. */
  batch?: DropBatch | undefined;
}

export interface SendHooks extends PartHooks {
  onTicket: (ticket: { uploadId: string; sampleId: string; kind: UploadTicket["kind"]; keptBytes: number }) => void;
  /** Called when all bytes are sent. The server then checks and stores them. */
  onFinishing: () => void;
}

export type SendOutcome = { kind: "sent"; sampleId: string } | { kind: "known"; sampleId: string };

/** Uploads one file, from the first request to the last. Throws {@link UploadError}, or the reason of the abort. */
export async function sendFile(request: SendRequest, hooks: SendHooks): Promise<SendOutcome> {
  const { signal, onRetry } = hooks;
  if (request.resume && (await continueParts(request.file, request.resume, hooks))) {
    return finish(request.resume, hooks);
  }
  const batchId = await request.batch?.id();
  const begin = batchId ? { ...request.begin, batchId } : request.begin;
  // Never aborted: the server may have begun the upload, and its id is needed to cancel it.
  const answer = await withRetries(() => beginUpload(begin, request.beginKey), { signal, onRetry }).catch(
    (error: unknown) => {
      if (error instanceof UploadError && error.code === "batch_over") request.batch?.over();
      throw error;
    },
  );
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
  // A new key for each attempt: the server would repeat an earlier refusal for the same one.
  const key = uuidv7();
  await withRetries(() => completeUpload(ticket.uploadId, key, hooks.signal), hooks);
  return { kind: "sent", sampleId: ticket.sampleId };
}

/** Returns false if that upload no longer exists (expired or cancelled) and a new one must begin. */
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
