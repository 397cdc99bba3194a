import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { bundle } from "@/scripts/bundle.mjs";
import { ForkedWorker, type ForkOptions, WorkerEnded } from "./forked-worker";

const folder = mkdtempSync(join(tmpdir(), "samplemind-forked-"));
const workers: ForkedWorker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.kill();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that runs this code. `READY` in the code sends the first message. */
async function started(code: string, options?: ForkOptions): Promise<ForkedWorker> {
  const path = join(folder, `${code.length}-${workers.length}.mjs`);
  writeFileSync(path, code);
  const worker = await ForkedWorker.start(path, options);
  workers.push(worker);
  return worker;
}
const READY = 'process.send("ready");';
const ECHO = `process.on("message", (message) => { for (const part of message.parts) process.send(part); }); ${READY}`;
const DIES = `process.on("message", () => { console.error("out of luck"); process.exit(3); }); ${READY}`;

describe("a forked worker", { timeout: 30_000 }, () => {
  it("reads replies until the answer, for one question after another", async () => {
    const worker = await started(ECHO);
    const seen: number[] = [];
    const first = await worker.ask({ parts: [1, 2, 30] }, (reply: number) => {
      seen.push(reply);
      return reply > 10 ? `${reply}` : undefined;
    });
    expect([first, seen]).toEqual(["30", [1, 2, 30]]);
    expect(await worker.ask({ parts: ["next"] }, (reply: string) => reply)).toBe("next");
  });

  it("passes on an error from the reader of the replies, and stays usable", async () => {
    const worker = await started(ECHO);
    const refusing = worker.ask({ parts: ["bad"] }, (reply: string) => {
      throw new RangeError(reply);
    });
    await expect(refusing).rejects.toThrow(RangeError);
    expect(await worker.ask({ parts: ["good"] }, (reply: string) => reply)).toBe("good");
  });

  it("reports how it ended and its last output if it ends before it answers", async () => {
    const worker = await started(DIES, { keepsStderr: true });
    const ended = await worker.ask({}, () => undefined).catch((error: unknown) => error);
    expect(ended).toBeInstanceOf(WorkerEnded);
    expect(ended).toMatchObject({ how: 3, stderrTail: "out of luck\n" });
    expect(worker.isAlive).toBe(false);
    await expect(worker.ask({}, () => undefined)).rejects.toBeInstanceOf(WorkerEnded);
  });

  it("reports that it was killed during a question", async () => {
    const worker = await started(READY.concat("setInterval(() => {}, 1000);"));
    const ended = worker.ask({}, () => undefined);
    worker.kill();
    await expect(ended).rejects.toMatchObject({ how: "SIGKILL" });
  });

  it("fails if it cannot start or takes too long", async () => {
    const failing = started('throw new Error("cannot start");', { keepsStderr: true });
    await expect(failing).rejects.toMatchObject({ how: 1, stderrTail: expect.stringContaining("cannot start") });
    const silent = started("setInterval(() => {}, 1000);", { startSeconds: 0.2 });
    await expect(silent).rejects.toMatchObject({ how: "SIGKILL" });
  });

  it("sees the mark of the start, but neither the application's variables nor its Node options", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "a secret");
    vi.stubEnv("NODE_OPTIONS", "--no-warnings");
    vi.stubEnv("SAMPLEMIND_RUN", "this start");
    const worker = await started(`process.on("message", () => process.send(process.env)); ${READY}`);
    vi.unstubAllEnvs();
    const seen = await worker.ask({}, (reply: Record<string, string>) => reply);
    expect(seen).toMatchObject({ SAMPLEMIND_RUN: "this start" });
    expect(seen).not.toHaveProperty("NEXTAUTH_SECRET");
    expect(seen).not.toHaveProperty("NODE_OPTIONS");
  });

  it("does not keep its parent running while it is idle", async () => {
    const echo = join(folder, "idle.mjs");
    const parent = join(folder, "parent.mjs");
    writeFileSync(echo, ECHO);
    const module = await bundle("runtime/forked-worker.ts");
    writeFileSync(
      parent,
      `import { ForkedWorker } from ${JSON.stringify(module)};
       const worker = await ForkedWorker.start(${JSON.stringify(echo)}, { keepsStderr: true });
       console.log(await worker.ask({ parts: ["answered"] }, (reply) => reply));`,
    );
    const child = spawn(process.execPath, [parent], { stdio: ["ignore", "pipe", "inherit"] });
    const output = once(child.stdout, "data");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(String((await output)[0])).toBe("answered\n");
  });
});
