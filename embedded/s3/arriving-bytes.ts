import { S3Error } from "./s3-error";
import type { S3Request } from "./s3-request";

const MAX_DRAINED_BYTES = 128 * 1024 * 1024;
const MAX_DRAIN_MS = 10_000;

/**
 * Bytes as they arrive. If the client disconnects halfway, falls silent, or the server halts the request, that is an
 * error, not the end.
 */
export async function* arrivingBytes(request: S3Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  const { signal, halted, silenceMs } = request;
  const reader = request.body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  const halt = rejectionOf(halted.signal);
  try {
    for (;;) {
      // Set for each read alone: the time that the disk takes is not the client's silence.
      const silence = setTimeout(() => halted.abort(silent()), silenceMs);
      const { done, value } = await Promise.race([read(reader), halt.promise]).finally(() => clearTimeout(silence));
      if (signal.aborted) throw connectionClosed();
      if (done) return;
      yield value;
    }
  } finally {
    halt.dispose();
    signal.removeEventListener("abort", cancel);
    reader.releaseLock();
  }
}

function read(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const reading = reader.read().catch((cause: unknown) => {
    throw connectionClosed(cause);
  });
  // If the request is halted, nobody waits for this read any more.
  reading.catch(() => undefined);
  return reading;
}

/** Rejects with the signal's reason once it is aborted. */
function rejectionOf(signal: AbortSignal): { promise: Promise<never>; dispose: () => void } {
  let dispose = () => {};
  const promise = new Promise<never>((_, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    dispose = () => signal.removeEventListener("abort", onAbort);
  });
  promise.catch(() => undefined);
  return { promise, dispose };
}

function connectionClosed(cause?: unknown): S3Error {
  return new S3Error("IncompleteBody", "The connection closed before the body's end.", { cause });
}

function silent(): S3Error {
  return new S3Error("RequestTimeout", "Your socket connection to the server was not read from or written to in time.");
}

/** Reads what a refused request still sends, up to a limit, so that its client sees the answer. */
export async function drain(request: S3Request | Request): Promise<void> {
  if (!request.body || request.body.locked) return;
  const reader = request.body.getReader();
  const deadline = setTimeout(() => void reader.cancel().catch(() => undefined), MAX_DRAIN_MS);
  try {
    for (let byteCount = 0; byteCount < MAX_DRAINED_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) break;
      byteCount += value.byteLength;
    }
  } catch {
    // The client is gone, so there is nobody to answer.
  } finally {
    clearTimeout(deadline);
    reader.releaseLock();
  }
}
