import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { LibraryCaller } from "@/bench/library/caller";
import { RunningApp } from "@/bench/library/running-app";
import { followGalaxy, layOutGalaxy, noteChanges } from "@/lib/galaxy/jobs";
import type { PagesReply, PagesRequest } from "./protocol";

// A process of the application that starts its pages, with a galaxy that is laid out.

let app: RunningApp | null = null;

async function open(ownerId: string): Promise<PagesReply> {
  execFileSync(process.execPath, [resolve("scripts/analysis-worker.mjs")]);
  await noteChanges();
  await followGalaxy(ownerId);
  // Null where a library was kept with its places.
  await layOutGalaxy(ownerId);
  app = await RunningApp.start();
  return { type: "opened", origin: app.address, cookie: (await LibraryCaller.of(ownerId)).cookie };
}

async function close(): Promise<PagesReply> {
  await app?.stop();
  return { type: "closed" };
}

const answer = (message: PagesReply) => process.send?.(message);
process.on("message", (request: PagesRequest) => {
  (request.type === "open" ? open(request.ownerId) : close()).then(answer, (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  });
});
answer({ type: "ready" });
