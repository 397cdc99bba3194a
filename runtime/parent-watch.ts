import { Worker } from "node:worker_threads";

/**
 * Ends this child process when its parent is gone. A decoder in an endless loop never notices that the channel closed,
 * so a separate thread watches: no process is left behind even if the application is killed.
 */
export function endWithParent(): void {
  process.on("disconnect", () => process.exit(0));
  const watch = `
    const { workerData: parent } = require("node:worker_threads");
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); }, 500);`;
  new Worker(watch, { eval: true, workerData: process.ppid, env: {} }).unref();
}
