import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "../runtime/root.mjs";

const running = new Set();

/**
 * Runs a command in the root and waits. Its output is collected; `onLine` is also given each line as it comes.
 * Resolves with the exit code, which is 127 if the program does not exist.
 */
export function run([program, ...flags], { env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, flags, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
      if (onLine) createInterface({ input: stream }).on("line", onLine);
    }
    const end = (code, text = output) => {
      running.delete(child);
      resolve({ code, output: text });
    };
    child.once("error", (error) => end(127, String(error)));
    child.once("close", (code) => end(code ?? 1));
  });
}

/** Ends what still runs, so that nothing outlives its caller. */
export function stopCommands() {
  for (const child of running) child.kill("SIGTERM");
}
