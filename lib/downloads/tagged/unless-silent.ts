import type { Readable } from "node:stream";
import { AppError } from "@/lib/errors";

/**
 * The chunks of a stream, which fails if one that is waited for does not come in time. The time in which nobody wants one
 * does not count.
 */
export async function* unlessSilent(stream: Readable, silentMs: number): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const silence = setTimeout(() => {
        stream.destroy(
          new AppError("storage_unavailable", { message: "storage went silent in the middle of an object" }),
        );
      }, silentMs);
      const { done, value } = await chunks.next().finally(() => clearTimeout(silence));
      if (done) return;
      yield value;
    }
  } finally {
    stream.destroy();
  }
}
