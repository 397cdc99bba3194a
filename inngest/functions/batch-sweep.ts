import { sweepBatches } from "@/lib/batches/jobs";
import { inngest } from "@/lib/events/executor-client";

/** Every minute: goes on with batches where a process died between the end of one sample and the next. */
export const batchSweep = inngest.createFunction(
  { id: "batch-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => step.run("sweep", () => sweepBatches()),
);
