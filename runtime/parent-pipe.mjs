// Starts children that do not outlive their parent: see exit-with-parent.mjs.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const DESCRIPTOR = 3;

/** Returns arguments for node, additional variables, and the fourth entry of `stdio`. `root` is the checkout. */
export function parentPipe(root) {
  return {
    args: ["--import", pathToFileURL(join(root, "runtime/exit-with-parent.mjs")).href],
    env: { SAMPLEMIND_PARENT_FD: String(DESCRIPTOR) },
    stdio: /** @type {const} */ ("pipe"),
  };
}
