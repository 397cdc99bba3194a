// How a child is started so that it does not outlive its parent: see exit-with-parent.mjs.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const DESCRIPTOR = 3;

/** `root` is the checkout. Arguments for node, an addition to the environment, and the fourth entry of `stdio`. */
export function parentPipe(root) {
  return {
    args: ["--import", pathToFileURL(join(root, "runtime/exit-with-parent.mjs")).href],
    env: { SAMPLEMIND_PARENT_FD: String(DESCRIPTOR) },
    stdio: /** @type {const} */ ("pipe"),
  };
}
