import { open } from "node:fs/promises";
import { TRYOUT_BYTES_MAX, TRYOUT_SILENCE_MS } from "./constants";
import { TryoutRefused } from "./tryout-refused";

export interface ReceiveOptions {
  signal: AbortSignal;
  mostBytes?: number;
  silenceMs?: number;
}

/**
 * Writes a body into a new file that only this process may read, as it arrives.
 * @throws TryoutRefused if it is too large, stays away or ends early
 * @throws the signal's reason
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  { signal, mostBytes = TRYOUT_BYTES_MAX, silenceMs = TRYOUT_SILENCE_MS }: ReceiveOptions,
): Promise<void> {
  const file = await open(path, "wx", 0o600);
  const reader = body?.getReader();
  const stop = () => void reader?.cancel().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  try {
    let bytes = 0;
    for (;;) {
      signal.throwIfAborted();
      const chunk = reader && (await nextChunk(reader, silenceMs));
      signal.throwIfAborted();
      if (!chunk) return;
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TryoutRefused("too_large");
      await file.write(chunk);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    stop();
    await file.close();
  }
}

/** Null at the end. */
async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  silenceMs: number,
): Promise<Uint8Array | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TryoutRefused("too_slow")), silenceMs);
  });
  // A connection that breaks is the end of the body, too.
  const read = reader.read().catch(() => {
    throw new TryoutRefused("cancelled");
  });
  try {
    const { done, value } = await Promise.race([read, silence]);
    return done ? null : value;
  } finally {
    clearTimeout(timer);
    // Where the silence won, nobody else hears of it.
    read.catch(() => {});
  }
}
