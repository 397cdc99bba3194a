import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

const FOLDER = resolve("bench/face/tools");

/** Installs what measures, once: the application needs none of it. */
export async function installTools(): Promise<void> {
  if (existsSync(resolve(FOLDER, "node_modules/lighthouse")) && existsSync(resolve(FOLDER, "node_modules/autocannon")))
    return;
  await run("npm", ["ci", "--prefix", FOLDER, "--ignore-scripts", "--no-audit", "--no-fund"]);
}

/** Runs one of the tools and gives what it prints. */
export const runTool = (path: string, args: readonly string[]): Promise<string> =>
  run(process.execPath, [resolve(FOLDER, "node_modules", path), ...args]);

async function run(command: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const [printed, said, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}: ${said.slice(-2000)}`);
  return printed;
}
