import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./root.mjs";
import { takeLock } from "./run-lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "launcher-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = () => join(folder, "run.lock");

/** A separate process that tries to take the lock, reports the result, and keeps the lock until it is killed. */
async function contender(record = {}) {
  const script = `
    const { takeLock } = await import(${JSON.stringify(join(root, "runtime/run-lock.mjs"))});
    const { lock } = takeLock(${JSON.stringify(path())}, ${JSON.stringify(record)});
    process.stdout.write(lock ? "took it" : "refused");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  return {
    said: String(said),
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

it("keeps a second owner out while the first lives, and names the first", async () => {
  const first = await contender({ address: "http://here" });
  expect(first.said).toBe("took it");
  const { lock, owner } = takeLock(path());
  expect(lock).toBeUndefined();
  expect(owner).toMatchObject({ address: "http://here" });
  await first.kill();
});

it("takes over from an owner that was killed, with what all dead owners wrote", async () => {
  await (await contender({ runId: "one" })).kill();
  await (await contender({ runId: "two" })).kill();
  const { lock, leftovers } = takeLock(path());
  expect(leftovers?.map(({ runId }) => runId)).toEqual(["one", "two"]);
  lock?.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("gives a dead owner's lock to only one of many", async () => {
  await (await contender()).kill();
  const all = await Promise.all(Array.from({ length: 6 }, () => contender()));
  expect(all.filter(({ said }) => said === "took it")).toHaveLength(1);
  await Promise.all(all.map((each) => each.kill()));
});

it("takes over a file that is not a lock", () => {
  writeFileSync(path(), "{ half a rec");
  const { lock } = takeLock(path());
  expect(lock).toBeDefined();
  lock?.release();
  expect(existsSync(path())).toBe(false);
});
