import { env } from "@/lib/env";
import { inngest } from "@/lib/events/executor-client";
import { followDocuments } from "@/lib/similarity/pgvector/jobs";

const BATCHES_A_RUN = 100;

/**
 * Keeps pgvector's table up to date, where the database has pgvector and no process of the application can keep the
 * index in memory.
 */
export const soundVectors = inngest.createFunction(
  { id: "sound-vectors", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    if (env.SIMILARITY_INDEX === "on") return;
    for (let batch = 0; batch < BATCHES_A_RUN; batch += 1) {
      if (!(await step.run(`batch-${batch}`, followDocuments))) break;
    }
  },
);
