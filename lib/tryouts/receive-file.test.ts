import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { receiveFile } from "./receive-file";
import { TryoutRefused } from "./tryout-refused";

const folder = mkdtempSync(join(tmpdir(), "receive-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** Sends a body into a file of its own. */
function receive(body: ReadableStream<Uint8Array> | null, options: { signal?: AbortSignal; silenceMs?: number } = {}) {
  const path = join(folder, String(files++));
  const { signal = new AbortController().signal, silenceMs = 5000 } = options;
  return { path, received: receiveFile(body, path, { signal, silenceMs, mostBytes: 10, drainedBytes: 40 }) };
}
const bodyOf = (...chunks: number[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const size of chunks) controller.enqueue(new Uint8Array(size).fill(7));
      controller.close();
    },
  });

describe("a body that is received", () => {
  it("is in the file, which nobody else may read", async () => {
    const { path, received } = receive(bodyOf(4, 6));
    await received;
    expect([...readFileSync(path)]).toEqual(Array(10).fill(7));
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("may be none", async () => {
    const { path, received } = receive(null);
    await received;
    expect(statSync(path).size).toBe(0);
  });

  it("is refused as soon as it is too large, and read on only for a while", async () => {
    let cancelled = () => {};
    const isCancelled = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4)),
      cancel: () => cancelled(),
    });
    await expect(receive(endless).received).rejects.toEqual(new TryoutRefused("too_large"));
    await isCancelled;
  });

  it("is given up when nothing comes", async () => {
    await expect(receive(new ReadableStream(), { silenceMs: 20 }).received).rejects.toMatchObject({ code: "too_slow" });
  });

  it("that breaks is said to have ended early", async () => {
    const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("reset")) });
    await expect(receive(broken).received).rejects.toMatchObject({ code: "cancelled" });
  });

  it("ends with the reason of whoever stops it", async () => {
    const stopped = new AbortController();
    const { received } = receive(new ReadableStream(), { signal: stopped.signal });
    stopped.abort(new TryoutRefused("busy"));
    await expect(received).rejects.toMatchObject({ code: "busy" });
  });
});
