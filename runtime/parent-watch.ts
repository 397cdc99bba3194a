import { Worker } from "node:worker_threads";

/**
 * Ends this child process when its parent is gone. A decoder caught in a loop never hears that the channel closed; a
 * thread of its own does, so that nothing is left even when the application is killed outright.
 */
export function endWithParent(): void {
  process.on("disconnect", () => process.exit(0));
  const watch = `
    const { workerData: parent } = require("node:worker_threads");
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 500);`;
  new Worker(watch, { eval: true, workerData: process.ppid, env: {} }).unref();
}
