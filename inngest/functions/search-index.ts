import { inngest } from "@/lib/events/executor-client";
import { drainQueue, forgetDeletions, queueOutdated, queueUnmatched } from "@/lib/search-documents/jobs";
import { forgetVectors } from "@/lib/similarity/pgvector/jobs";

const BATCHES_A_RUN = 20;
const ROWS_A_CHECK = 20_000;

/**
 * Brings search documents up to date where no process of the application stays alive to do so. Where one does, there is
 * nothing left to do here.
 */
export const searchIndex = inngest.createFunction(
  { id: "search-index", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    await step.run("outdated", () => queueOutdated(ROWS_A_CHECK));
    for (let batch = 0; batch < BATCHES_A_RUN; batch += 1) {
      const { isMore } = await step.run(`batch-${batch}`, drainQueue);
      if (!isMore) break;
    }
  },
);

/** Finds samples and documents that have lost each other, and forgets deletions that every follower has read. */
export const searchCheck = inngest.createFunction(
  { id: "search-check", triggers: [{ cron: "17 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const unmatched = await step.run("unmatched", () => queueUnmatched(ROWS_A_CHECK));
    const forgotten = await step.run("deletions", () => forgetDeletions());
    const vectors = await step.run("vectors", forgetVectors);
    return { unmatched, forgotten, vectors };
  },
);
