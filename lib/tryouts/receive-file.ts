import { open } from "node:fs/promises";
import { TRYOUT_BYTES_MAX, TRYOUT_SILENCE_MS } from "./constants";
import { TryoutRefused } from "./tryout-refused";

/** So much more of a refused body is read and thrown away. */
const DRAINED_BYTES_MAX = 64 * 1024 ** 2;
const DRAINED_MS_MAX = 10_000;

export interface ReceiveOptions {
  signal: AbortSignal;
  mostBytes?: number;
  silenceMs?: number;
  drainedBytes?: number;
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Writes a body into a new file that only this process may read, as it arrives.
 * @throws TryoutRefused if it is too large, stays away or ends early
 * @throws the signal's reason
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  { signal, mostBytes = TRYOUT_BYTES_MAX, silenceMs = TRYOUT_SILENCE_MS, drainedBytes }: ReceiveOptions,
): Promise<void> {
  const file = await open(path, "wx", 0o600);
  const reader = body?.getReader();
  let isWhole = false;
  try {
    for (let bytes = 0; ; ) {
      const chunk = reader ? await nextChunk(reader, signal, silenceMs) : null;
      signal.throwIfAborted();
      if (!chunk) {
        isWhole = true;
        return;
      }
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TryoutRefused("too_large");
      await file.write(chunk);
    }
  } finally {
    if (reader && !isWhole) void drain(reader, drainedBytes);
    await file.close();
  }
}

/** Null at the end. */
function nextChunk(reader: Reader, signal: AbortSignal, silenceMs: number): Promise<Uint8Array | null> {
  const waiting = new AbortController();
  return new Promise<Uint8Array | null>((resolve, reject) => {
    const silence = setTimeout(() => reject(new TryoutRefused("too_slow")), silenceMs);
    waiting.signal.addEventListener("abort", () => clearTimeout(silence), { once: true });
    const stopped = () => reject(signal.reason);
    if (signal.aborted) stopped();
    signal.addEventListener("abort", stopped, { once: true, signal: waiting.signal });
    reader.read().then(
      ({ done, value }) => resolve(done ? null : value),
      // A connection that breaks is the end of the body, too.
      () => reject(new TryoutRefused("cancelled")),
    );
  }).finally(() => waiting.abort());
}

/** Whoever is refused half-way would see a broken line instead of the answer, if nobody read on. */
async function drain(reader: Reader, mostBytes = DRAINED_BYTES_MAX): Promise<void> {
  const stop = () => void reader.cancel().catch(() => {});
  const deadline = setTimeout(stop, DRAINED_MS_MAX);
  try {
    for (let bytes = 0; bytes < mostBytes; ) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
    }
    stop();
  } catch {
    // The sender is gone.
  } finally {
    clearTimeout(deadline);
  }
}
