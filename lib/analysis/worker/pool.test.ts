import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { AnalysisFailure } from "@/lib/analysis/record/failures";
import { bundle } from "@/scripts/bundle.mjs";
import { AnalysisPool, type AnalyzeInput, type PoolOptions } from "./pool";
import { NotShort } from "./worker-process";

const folder = mkdtempSync(join(tmpdir(), "samplemind-pool-"));
let hostileWorker: string;
const pools: AnalysisPool[] = [];

beforeAll(async () => {
  // Inside the checkout's dist, so that a bundle finds node_modules as the real one does.
  hostileWorker = await bundle("tests/fixtures/hostile-worker.ts");
});
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function hostilePool(options: PoolOptions = {}): AnalysisPool {
  const pool = new AnalysisPool({ size: 1, workerPath: hostileWorker, ...options });
  pools.push(pool);
  return pool;
}

/** The failure that a worker ends in when its decoder does `misdeed`. */
async function failureOf(
  pool: AnalysisPool,
  misdeed: string,
  more: Partial<AnalyzeInput> = {},
): Promise<AnalysisFailure> {
  const input = { path: join(folder, misdeed), fairnessKey: "one", pictures: false, ...more };
  return pool.analyze(input).then(
    () => Promise.reject(new Error(`${misdeed} was analysed`)),
    (failure: AnalysisFailure) => failure,
  );
}

/** On a machine that is busy with other tests too. */
const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 20_000 });

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a worker that misbehaves fails its own file only", { timeout: 60_000 }, () => {
  it("is stopped when a decoder loops forever", async () => {
    const pool = hostilePool({ limits: { allowanceSeconds: 1, stallSeconds: 1 } });
    expect((await failureOf(pool, "hang")).code).toBe("timed_out");
  });

  it("is reported as a crashed decoder when its process aborts or exits", async () => {
    const pool = hostilePool();
    expect((await failureOf(pool, "crash")).code).toBe("decoder_crashed");
    expect((await failureOf(pool, "exit")).code).toBe("decoder_crashed");
  });

  it("is killed when it takes more memory than a file may", async () => {
    const pool = hostilePool({ limits: { memoryBytes: 300 * 1024 ** 2 } });
    expect((await failureOf(pool, "hoard")).code).toBe("out_of_memory");
  });

  it("is out of memory, not crashed, when JavaScript's own heap is full", { timeout: 120_000 }, async () => {
    const pool = hostilePool({ limits: { allowanceSeconds: 30, stallSeconds: 30 } });
    expect((await failureOf(pool, "heap-hoard")).code).toBe("out_of_memory");
  });

  it("is replaced by a fresh process for the next file", async () => {
    const pool = hostilePool();
    const before = (await failureOf(pool, "number")).detail;
    await failureOf(pool, "crash");
    const after = (await failureOf(pool, "number")).detail;
    expect(Number(after)).toBeGreaterThan(0);
    expect(after).not.toBe(before);
  });
});

describe("workers and the process that keeps them", { timeout: 60_000 }, () => {
  it("see none of the application's variables", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", "a secret of the application");
    vi.stubEnv("NODE_OPTIONS", "--no-warnings");
    const seen = JSON.parse((await failureOf(hostilePool(), "environment")).detail ?? "") as Record<string, string>;
    vi.unstubAllEnvs();
    // NODE_CHANNEL_* are how Node itself tells a child where its channel is.
    expect(Object.keys(seen).filter((name) => !name.startsWith("NODE_CHANNEL"))).toEqual(["NODE_ENV"]);
  });

  it("are killed when their analysis is aborted, which then fails with the caller's reason", async () => {
    const pool = hostilePool();
    const caller = new AbortController();
    const failure = failureOf(pool, "hang", { signal: caller.signal });
    await until(() => pool.stats().pids.length === 1);
    const [pid = 0] = pool.stats().pids;
    caller.abort(new Error("the person left"));
    expect((await failure).message).toBe("the person left");
    await until(() => !isAlive(pid));
  });

  it("never start a file whose caller gave up while it was waiting", async () => {
    const pool = hostilePool({ limits: { allowanceSeconds: 1 } });
    const caller = new AbortController();
    const first = failureOf(pool, "hang");
    const waiting = failureOf(pool, "number", { signal: caller.signal });
    caller.abort(new Error("never mind"));
    expect((await waiting).message).toBe("never mind");
    expect(pool.stats().queued).toBe(0);
    expect((await first).code).toBe("timed_out");
  });

  it("take one file of each person in turn", async () => {
    const pool = hostilePool({ limits: { allowanceSeconds: 1, stallSeconds: 1 } });
    const order: string[] = [];
    const served = (name: string, fairnessKey: string) =>
      failureOf(pool, "number", { fairnessKey }).then(() => order.push(name));
    const occupied = failureOf(pool, "hang", { fairnessKey: "many" });
    await Promise.all([
      occupied,
      served("many 1", "many"),
      served("many 2", "many"),
      served("many 3", "many"),
      served("single", "single"),
    ]);
    expect(order).toEqual(["many 1", "single", "many 2", "many 3"]);
  });

  it("keep a lane for short files, which one that only looks short has to leave", async () => {
    const pool = hostilePool({ quickLane: true, limits: { allowanceSeconds: 20, stallSeconds: 20, quickSeconds: 1 } });
    const long = failureOf(pool, "hang", { fairnessKey: "many" });
    const disguised = failureOf(pool, "hang", { fairnessKey: "many", isShort: true });
    const another = failureOf(pool, "number", { fairnessKey: "many" });
    // All workers are taken by somebody else, one of them by a file that was expected to take moments.
    expect(Number((await failureOf(pool, "number", { fairnessKey: "single", isShort: true })).detail)).toBeGreaterThan(
      0,
    );
    expect(await disguised).toBeInstanceOf(NotShort);
    expect(pool.stats()).toMatchObject({ active: 1, queued: 1 });
    pool.close();
    expect((await Promise.all([long, another])).map(({ code }) => code)).toEqual(["internal", "internal"]);
  });

  it("all end when the pool is closed", async () => {
    const pool = hostilePool({ size: 2 });
    const running = [failureOf(pool, "hang"), failureOf(pool, "hang")];
    await until(() => pool.stats().pids.length === 2);
    const { pids } = pool.stats();
    pool.close();
    expect((await Promise.all(running)).map((failure) => failure.code)).toEqual(["internal", "internal"]);
    await until(() => !pids.some(isAlive));
  });
});
