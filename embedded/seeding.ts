import { spawn } from "node:child_process";
import { appendFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parentPipe } from "@/runtime/parent-pipe.mjs";
import { openLog } from "./child-log";
import type { Configuration } from "./configuration";
import { writeAtomically } from "./secrets";

const accountSchema = z.object({ email: z.string(), password: z.string() });

/** The account that the end of the first start shows. Its password is not stored. */
export type DemoAccount = z.infer<typeof accountSchema>;

const markerOf = (dataDirectory: string) => join(dataDirectory, "seeded.json");
const bundleOf = (root: string) => join(root, "dist/scripts-seed.mjs");

/** Only at the first start, and only if nobody outside this machine can sign in. */
export function needsSeeding({ dataDirectory, root, isLoopback, wantsDemo }: Configuration): boolean {
  return wantsDemo && isLoopback && existsSync(bundleOf(root)) && !existsSync(markerOf(dataDirectory));
}

export interface SeedOptions {
  configuration: Configuration;
  environment: NodeJS.ProcessEnv;
  progress(text: string): void;
  /** Called with a function that ends the seed early. */
  onStarted(end: () => void): void;
}

/**
 * Makes the demo account and its samples. The marker is written once the seed has finished, so the next start repeats
 * one that failed or was killed.
 * @throws with the last line that the seed wrote.
 */
export async function seedDemo({
  configuration,
  environment,
  progress,
  onStarted,
}: SeedOptions): Promise<DemoAccount | null> {
  const { root, dataDirectory } = configuration;
  const logFile = openLog(dataDirectory, "seed");
  const pipe = parentPipe(root);
  const child = spawn(process.execPath, [...pipe.args, bundleOf(root)], {
    cwd: root,
    env: { ...environment, ...pipe.env },
    stdio: ["ignore", "pipe", "pipe", pipe.stdio],
    windowsHide: true,
  });
  onStarted(() => child.kill("SIGKILL"));
  let output = "";
  let lastLine = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    appendFileSync(logFile, text);
    lastLine = text.trim().split("\n").at(-1) ?? lastLine;
    progress(lastLine);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${lastLine || `it ended with code ${code}`} (${logFile})`);
  const account = readAccount(output);
  writeAtomically(markerOf(dataDirectory), `${JSON.stringify({ email: account?.email ?? null })}\n`);
  return account;
}

/** The seed's last line of standard output, or null if the account already existed. */
function readAccount(output: string): DemoAccount | null {
  const line = output.trim().split("\n").at(-1);
  if (!line) return null;
  const parsed = accountSchema.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data : null;
}
