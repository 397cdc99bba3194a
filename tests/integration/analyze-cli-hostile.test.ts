import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { writeHostileFiles } from "@/tests/fixtures/hostile";
import {
  childrenOf,
  finished,
  isRunning,
  samplemind,
  startSamplemind,
  workersReading,
} from "@/tests/fixtures/samplemind-command";
import { chord, wavFile, wavHeader } from "@/tests/fixtures/wav-file";

const clips = join(import.meta.dirname, "../fixtures/clips");
const good = join(clips, "twins.mp3");
const folder = mkdtempSync(join(tmpdir(), "samplemind-hostile-"));
const long = join(folder, "a hundred megabytes.wav");

beforeAll(() => {
  // The same second of music over and over.
  const second = wavFile({ frames: 44_100, sample: chord(44_100) }).subarray(44);
  const seconds = Math.floor((100 * 1024 * 1024 - 44) / second.length);
  const file = openSync(long, "w");
  writeSync(file, wavHeader({ format: "s16", sampleRateHz: 44_100, channels: 2, dataBytes: seconds * second.length }));
  for (let index = 0; index < seconds; index++) writeSync(file, second);
  closeSync(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("hostile files among good ones", () => {
  it("each end in an analysis or the right code, without affecting the good ones", async () => {
    const hostile = writeHostileFiles(join(folder, "hostile"));
    const batch = hostile.flatMap(({ path }, index) => (index % 20 === 0 ? [path, good] : [path]));
    const { code, lines } = await samplemind(["analyze", "--json", "--", ...batch]);
    expect(code).toBe(1);
    const outcomes = lines();
    expect(outcomes.map((line) => line.file)).toEqual(batch);
    const wrong = hostile.flatMap(({ name, path, expected }) => {
      const line = outcomes.find((outcome) => outcome.file === path);
      const outcome = line?.ok ? "analysed" : line?.error?.code;
      return (expected as readonly (string | undefined)[]).includes(outcome) ? [] : [`${name}: ${outcome}`];
    });
    expect(wrong).toEqual([]);
    const neighbours = outcomes.filter((line) => line.file === good).map(({ analysisSeconds: _, ...line }) => line);
    expect(neighbours.length).toBeGreaterThan(5);
    for (const line of neighbours) expect(line).toEqual(neighbours[0]);
    for (const line of outcomes) if (!line.ok) expect(line.error?.message).toMatch(/^[A-Z].+\.$/);
  }, 400_000);

  it("may have a path with dots in it", async () => {
    const winding = `${join(folder, "hostile")}/../hostile/./silence.wav`;
    const { lines } = await samplemind(["analyze", "--json", winding]);
    expect(lines()).toMatchObject([{ file: winding, ok: true, tempo: null, key: null, durationSeconds: 2 }]);
  });
});

describe.runIf(process.platform === "linux")("processes", () => {
  /** The worker that is reading `long`, once there is one. */
  const busyWorker = async (): Promise<number> => {
    await vi.waitUntil(() => workersReading(long).length > 0, { timeout: 20_000 });
    return workersReading(long)[0] ?? 0;
  };

  it("a killed worker costs only its own file", async () => {
    const command = startSamplemind(["analyze", "--json", "--jobs", "1", long, good]);
    const result = finished(command);
    process.kill(await busyWorker(), "SIGKILL");
    const { code, lines } = await result;
    expect(code).toBe(1);
    expect(lines()).toMatchObject([
      { file: long, ok: false, error: { code: "decoder_crashed" } },
      { file: good, ok: true },
    ]);
  });

  it("a file of a hundred megabytes is analysed in bounded memory", async () => {
    const command = startSamplemind(["analyze", "--json", "--jobs", "1", long]);
    const result = finished(command);
    const worker = await busyWorker();
    const peakMegabytes = await peakMemoryOf(worker);
    const { code, lines } = await result;
    expect(code).toBe(0);
    expect(lines()[0]?.durationSeconds).toBeCloseTo(594, 0);
    expect(peakMegabytes).toBeLessThan(400);
  });

  it("an interrupted command ends with status 130 and stops its workers", async () => {
    const command = startSamplemind(["analyze", "--json", long]);
    const result = finished(command);
    await busyWorker();
    const workers = childrenOf(command.pid ?? 0);
    command.kill("SIGINT");
    expect((await result).code).toBe(130);
    await vi.waitUntil(() => !workers.some(isRunning), { timeout: 5_000 });
  });

  it("workers end by themselves when the command is killed", async () => {
    const command = startSamplemind(["analyze", "--json", long]);
    const worker = await busyWorker();
    command.kill("SIGKILL");
    await vi.waitUntil(() => !isRunning(worker), { timeout: 5_000 });
  });

  it("the command ends quietly when its reader closes the pipe", async () => {
    const command = startSamplemind(["analyze", "--json", ...Array.from({ length: 200 }, () => good)]);
    let stderr = "";
    command.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    if (command.stdout) await once(command.stdout, "data");
    const workers = childrenOf(command.pid ?? 0);
    command.stdout?.destroy();
    await once(command, "exit");
    expect(stderr).toBe("");
    await vi.waitUntil(() => !workers.some(isRunning), { timeout: 5_000 });
  });
});

/** The peak memory of a process, watched until it ends. */
async function peakMemoryOf(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  let peak = 0;
  await vi.waitUntil(
    async () => {
      const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
      return !/^VmHWM/m.test(status);
    },
    { timeout: 100_000, interval: 100 },
  );
  return peak;
}
