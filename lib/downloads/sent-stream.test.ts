import { Readable } from "node:stream";
import { afterEach, expect, it, vi } from "vitest";
import { sentStream } from "./sent-stream";
import { unlessSilent } from "./tagged/unless-silent";

afterEach(() => vi.useRealTimers());

const PAUSE_MS = 60_000;
const signal = new AbortController().signal;

it("a download lives as long as somebody takes something of it now and then, and then ends clearly", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const chunks = Array.from({ length: 100 }, () => Buffer.alloc(64 * 1024));
  const onEnd = vi.fn();
  const reader = sentStream(Readable.from(chunks, { objectMode: false }), signal, onEnd, PAUSE_MS).getReader();
  for (let taken = 0; taken < 20; taken++) {
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect((await reader.read()).done).toBe(false);
    await new Promise(setImmediate);
  }
  expect(onEnd).not.toHaveBeenCalled();
  const closed = expect(reader.closed).rejects.toThrow("too long");
  vi.advanceTimersByTime(2 * PAUSE_MS);
  await closed;
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
});

it("storage may be silent only while something is wanted of it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const stream = new Readable({ read() {} });
  stream.on("error", () => {});
  const chunks = unlessSilent(stream, 1000);
  stream.push("a");
  expect(String((await chunks.next()).value)).toBe("a");
  vi.advanceTimersByTime(5000);
  stream.push("b");
  expect(String((await chunks.next()).value)).toBe("b");
  const failed = expect(chunks.next()).rejects.toMatchObject({ code: "storage_unavailable" });
  await vi.advanceTimersByTimeAsync(1001);
  await failed;
});
