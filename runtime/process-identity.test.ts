import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { isSameProcess, processIdentity } from "./process-identity.mjs";

it("tells a process from every other that ever had its pid", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const identity = processIdentity(child.pid ?? 0);
  expect(isSameProcess(child.pid ?? 0, identity)).toBe(true);
  expect(processIdentity(process.pid)).not.toBe(identity);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isSameProcess(child.pid ?? 0, identity)).toBe(false);
});

it("is not fooled by pids that cannot be", () => {
  expect(processIdentity(0)).toBeNull();
  expect(processIdentity(-1)).toBeNull();
  expect(isSameProcess(process.pid, null)).toBe(false);
});

it.skipIf(process.platform === "win32")("takes a zombie for dead", async () => {
  // The shell becomes a `sleep` that never asks how its child ended.
  const parent = spawn("/bin/sh", ["-c", "sleep 0.05 & echo $!; exec sleep 30"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [output] = await once(parent.stdout, "data");
  const zombie = Number(String(output));
  try {
    await vi.waitFor(() => expect(processIdentity(zombie)).toBeNull(), { timeout: 5000 });
    expect(() => process.kill(zombie, 0)).not.toThrow();
  } finally {
    parent.kill("SIGKILL");
  }
});
