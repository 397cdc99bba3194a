import { Readable } from "node:stream";
import { logger } from "@/lib/platform/logger";
import { PAUSE_MOST_MS } from "./constants";

/**
 * A stream as the body of an answer, sent as fast as the caller takes it. It ends when the caller has gone, whatever then
 * waits: nobody works for a browser that was closed. It fails when nothing of it was taken for `pauseMs`. `onEnd` is called
 * once, however it ends.
 */
export function sentStream(
  stream: Readable,
  signal: AbortSignal,
  onEnd: () => void,
  pauseMs = PAUSE_MOST_MS,
): ReadableStream {
  const stop = () => stream.destroy();
  const pause = setTimeout(() => {
    logger().info("a download was broken off: nothing of it was taken for too long");
    stream.destroy(new Error("nothing of the download was taken for too long"));
  }, pauseMs);
  // Without a listener a stream that fails after its reader has gone would end the process.
  stream.on("error", () => {});
  stream.once("close", () => {
    clearTimeout(pause);
    signal.removeEventListener("abort", stop);
    onEnd();
  });
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  const body = Readable.toWeb(stream) as ReadableStream;
  // Only now: a stream that is not paused yet would begin to flow.
  stream.on("data", () => pause.refresh());
  return body;
}
