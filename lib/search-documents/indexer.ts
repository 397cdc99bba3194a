import { liveChannel } from "@/lib/platform/live-channel";
import { logger } from "@/lib/platform/logger";
import { BATCH_SAMPLES, INDEXER_SECONDS } from "./constants";
import { drainQueue, queueOutdated } from "./jobs";

/** How often a process that has nothing to do looks for documents of an older rule. */
const OUTDATED_MS = 60_000;

/**
 * Keeps the documents up to date while this process lives: as soon as a change is announced, and every second in case
 * an announcement was missed. Any number of processes may run one. Returns what stops it.
 */
export function startIndexer(): () => void {
  let isBusy = false;
  let isWanted = false;
  let lookedForOutdatedMs = 0;
  const turn = async () => {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isWanted) {
        isWanted = false;
        if ((await drainQueue()).isMore) isWanted = true;
        else if (Date.now() - lookedForOutdatedMs > OUTDATED_MS) {
          isWanted = (await queueOutdated(BATCH_SAMPLES)) > 0;
          if (!isWanted) lookedForOutdatedMs = Date.now();
        }
      }
    } catch (error) {
      logger().debug({ err: error }, "search documents have to wait for the database");
    }
    isBusy = false;
  };
  const wake = () => void turn();
  const unsubscribe = liveChannel().subscribe({ onSamplesChanged: wake, onListening: wake });
  const timer = setInterval(wake, INDEXER_SECONDS * 1000).unref();
  return () => {
    unsubscribe();
    clearInterval(timer);
  };
}
