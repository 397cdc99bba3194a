import { Readable } from "node:stream";

/**
 * A stream as the body of an answer. It ends when the caller has gone, whatever then waits: nobody works for a browser that
 * was closed. `onEnd` is called once, however it ends.
 */
export function sentStream(stream: Readable, signal: AbortSignal, onEnd: () => void): ReadableStream {
  const stop = () => stream.destroy();
  // Without a listener a stream that fails after its reader has gone would end the process.
  stream.on("error", () => {});
  stream.once("close", () => {
    signal.removeEventListener("abort", stop);
    onEnd();
  });
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  return Readable.toWeb(stream) as ReadableStream;
}
