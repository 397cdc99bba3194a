import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { bundle } from "@/scripts/bundle.mjs";
import { isRunning } from "@/tests/fixtures/samplemind-command";

it.runIf(process.platform === "linux")(
  "a worker in an endless loop ends when its parent is killed",
  async () => {
    const worker = await bundle("tests/fixtures/hostile-worker.ts");
    const parent = spawn(process.execPath, [
      "--eval",
      `const child = require("node:child_process").fork(process.argv[1], { serialization: "advanced" });
     child.once("message", () => child.send({ path: "hang" }, () => process.stdout.write(String(child.pid))));`,
      worker,
    ]);
    const [text] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(text.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill("SIGKILL");
    await vi.waitUntil(() => !isRunning(pid), { timeout: 10_000 });
  },
  20_000,
);
