import { spawn } from "node:child_process";
import { root } from "../runtime/root.mjs";

/**
 * Runs a command in the root and waits. `through` shows its output as it comes, otherwise the output is collected.
 * Resolves with the exit code, which is 127 if the program does not exist.
 */
export function run([program, ...flags], { env = {}, through = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, flags, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", through ? "inherit" : "pipe", through ? "inherit" : "pipe"],
    });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.once("error", (error) => resolve({ code: 127, output: String(error) }));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
