import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { freePort } from "@/embedded/ports";
import { until } from "./until";

const root = fileURLToPath(new URL("../..", import.meta.url));

const applications: ChildProcess[] = [];

// Not where one is started: a test may start one too, and a hook can only be added outside of tests.
afterAll(async () => {
  const running = applications.filter((child) => child.exitCode === null && child.signalCode === null);
  const ended = running.map((child) => once(child, "close"));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ended);
});

/**
 * Starts the production build on the services that `startBackend` has put into the environment. Returns its address.
 */
export async function startApp(env: Record<string, string> = {}): Promise<string> {
  const port = String(await freePort());
  const next = join(root, "node_modules/next/dist/bin/next");
  // The application must not see the test runner's own variables.
  const kept = Object.entries(process.env).filter(([name]) => !/^(VITEST|npm_|TEST$)/.test(name));
  const child = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", port], {
    cwd: root,
    env: { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  applications.push(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const address = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the application ended:\n${output}`);
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    await answer?.body?.cancel();
    return answer !== null;
  }, "the application's first answer");
  return address;
}
