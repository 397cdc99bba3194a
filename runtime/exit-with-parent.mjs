// Preloaded into child processes: when the one that started us is gone, so are we. The parent holds the other end
// of a pipe and says in a variable which descriptor ours is; our own children do not get to see it.
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
