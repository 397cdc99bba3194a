import { compareRows } from "@/lib/similarity/engine/compared-rows";
import { endWithParent } from "@/runtime/parent-watch";
import { Follower } from "./follower";
import type { IndexReport, IndexRequest, IndexState } from "./protocol";
import { Turns } from "./turns";

// Entry of the process with the index of sounds: `dist/similarity-index.mjs`.

/** The application takes a process that says nothing for much longer than this for dead. */
const STATE_EVERY_MS = 1000;

let follower: Follower | null = null;
const turns = new Turns(() => {
  if (!follower) throw new Error("nothing has been read");
  return follower.store;
});

function report(message: IndexReport): void {
  process.send?.(message);
}

function stateNow(): IndexState {
  const { store, isReady, watermark, rebuilds, trouble } = follower ?? {};
  return {
    isReady: isReady ?? false,
    rows: store?.rows ?? 0,
    owners: store?.slots.owners ?? 0,
    indexBytes: store?.bytes ?? 0,
    processBytes: process.memoryUsage.rss(),
    watermark: watermark ?? 0,
    rebuilds: rebuilds ?? 0,
    trouble: trouble ?? null,
  };
}

let wasReady = false;
/** Readiness is told at once, all else every second. Questions that a rebuild interrupts are somebody else's. */
function followed(): void {
  const isReady = follower?.isReady ?? false;
  if (isReady === wasReady) return;
  wasReady = isReady;
  if (!isReady) for (const id of turns.drop()) report({ type: "unready", id });
  report({ type: "state", state: stateNow() });
}

function answer(request: IndexRequest): void {
  if (request.type === "open") {
    follower ??= new Follower(request.databaseUrl, followed);
    void follower.run();
  } else if (request.type === "cancel") {
    turns.cancel(request.id);
  } else if (!follower?.isReady) {
    report({ type: "unready", id: request.id });
  } else if (request.type === "compare") {
    report({ type: "compared", id: request.id, hits: compareRows(follower.store, request.comparing) });
  } else {
    const { id, asking } = request;
    turns.ask(id, asking, (hits) => report(hits ? { type: "answer", id, hits } : { type: "unready", id }));
  }
}

if (process.send === undefined) {
  process.stderr.write("The application starts this process; it cannot be run by hand.\n");
  process.exit(2);
}
process.on("message", answer);
endWithParent();
report({ type: "started" });
setInterval(() => report({ type: "state", state: stateNow() }), STATE_EVERY_MS);
