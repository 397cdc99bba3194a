import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { freePort } from "@/embedded/ports";
import { until } from "./until";

const root = fileURLToPath(new URL("../..", import.meta.url));
const buildDirectory = process.env.NEXT_DIST_DIR ?? ".next";

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
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  afterAll(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "close");
    child.kill("SIGKILL");
    await ended;
  });
  const address = `http://127.0.0.1:${port}`;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the application ended:\n${output}`);
    const answer = await fetch(`${address}/api/health`).catch(() => null);
    await answer?.body?.cancel();
    return answer !== null;
  }, "the application's first answer");
  return address;
}

export interface BuiltAction {
  id: string;
  /** A page that can run it, as a route such as `/samples/[id]`. */
  page: string;
}

/** Every server action that browsers can call, by `file name`, from the build. */
export function builtActions(): Map<string, BuiltAction> {
  const file = join(root, buildDirectory, "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return new Map(
    Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
      const [worker = ""] = Object.keys(workers);
      return [`${filename} ${exportedName}`, { id, page: pageOf(worker.replace(/^app/, "")) }];
    }),
  );
}

/** The route of a page's file, without groups and the file name. */
export function pageOf(file: string): string {
  return file.replace(/\/\([^)]+\)/g, "").replace(/\/page(\.tsx)?$/, "") || "/";
}
