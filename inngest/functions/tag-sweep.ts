import { inngest } from "@/lib/events/executor-client";
import { readUnreadTags } from "@/lib/pipeline/steps/read-file-tags";

const BATCH = 10;
const BATCHES_A_RUN = 5;

/** Every minute: tags of files that were analysed before they were read, or by an older reader. */
export const tagSweep = inngest.createFunction(
  { id: "tag-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    let read = 0;
    for (let batch = 0; batch < BATCHES_A_RUN; batch++) {
      const { found, failed } = await step.run(`read-${batch}`, () => readUnreadTags(BATCH));
      read += found - failed;
      if (found < BATCH || failed > 0) break;
    }
    return { read };
  },
);
