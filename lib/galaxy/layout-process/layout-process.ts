import { constants, setPriority } from "node:os";
import { layOut } from "@/lib/galaxy/layout/lay-out";
import { soundVectors } from "@/lib/galaxy/sound-vectors";
import { endWithParent } from "@/runtime/parent-watch";
import type { LayoutReport, LayoutRequest } from "./protocol";

// Entry of the process that lays out one library: `dist/galaxy-layout.mjs`.

function report(message: LayoutReport): void {
  process.send?.(message);
}

if (process.send === undefined) {
  process.stderr.write("The application starts this process; it cannot be run by hand.\n");
  process.exit(2);
}
try {
  // Nobody waits for a layout as for a page or an analysis.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where that is forbidden, it is done at the same priority.
}
process.on("message", ({ vectors, old }: LayoutRequest) => {
  report({ type: "done", ...layOut(soundVectors(vectors), old) });
});
endWithParent();
report({ type: "started" });
