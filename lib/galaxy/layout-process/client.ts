import type { Layout } from "@/lib/galaxy/layout/lay-out";
import { ForkedWorker } from "@/runtime/forked-worker";
import { locateBundle } from "@/runtime/worker-bundle";
import type { LayoutReport, LayoutRequest } from "./protocol";

const START_SECONDS = 30;
/** Fifty times what the most points take on a machine that does nothing else. */
const MOST_MS = 60 * 60_000;

/**
 * Lays out in a process of its own, at a lower priority than the application's.
 * @throws WorkerEnded if it dies or takes too long
 */
export async function layOutInProcess(request: LayoutRequest): Promise<Layout> {
  const worker = await ForkedWorker.start(await locateBundle("galaxy-layout"), { startSeconds: START_SECONDS });
  const limit = setTimeout(() => worker.kill(), MOST_MS);
  try {
    return await worker.ask(request, (report: LayoutReport) => {
      return report.type === "done" ? { places: report.places, scale: report.scale } : undefined;
    });
  } finally {
    clearTimeout(limit);
    worker.kill();
  }
}
