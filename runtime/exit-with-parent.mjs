// Preloaded into child processes: ends this process when its parent is gone. The parent holds the other end of a pipe
// and names our descriptor in a variable, which our own children do not inherit.
import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 1500;
const descriptor = process.env.SAMPLEMIND_PARENT_FD;

if (isMainThread && descriptor) {
  delete process.env.SAMPLEMIND_PARENT_FD;
  const leave = () => {
    setTimeout(() => process.exit(1), GRACE_MS);
    process.kill(process.pid, "SIGTERM");
  };
  const pipe = new Socket({ fd: Number(descriptor), readable: true, writable: false });
  pipe.once("close", leave).on("error", () => {});
  pipe.resume().unref();
}
