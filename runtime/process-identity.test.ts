import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, vi } from "vitest";
import { isSameProcess, processIdentity } from "./process-identity.mjs";

it("distinguishes a process from all others with the same pid", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const identity = processIdentity(child.pid ?? 0);
  expect(isSameProcess(child.pid ?? 0, identity)).toBe(true);
  expect(processIdentity(process.pid)).not.toBe(identity);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isSameProcess(child.pid ?? 0, identity)).toBe(false);
});

it("returns nothing for impossible pids", () => {
  expect(processIdentity(0)).toBeNull();
  expect(processIdentity(-1)).toBeNull();
  expect(isSameProcess(process.pid, null)).toBe(false);
});

it.skipIf(process.platform === "win32")("counts a zombie as dead", async () => {
  // The shell turns into a `sleep`, which never collects its child's exit status.
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
