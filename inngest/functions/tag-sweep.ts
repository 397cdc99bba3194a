import { inngest } from "@/lib/events/executor-client";
import { renewTags } from "@/lib/pipeline/analyses/jobs";

/** A run takes a second or two. */
const ROWS_A_RUN = 500;

/** Every minute: tags of samples that were analysed under an older rule. What a killed run has not done, the next does. */
export const tagSweep = inngest.createFunction(
  { id: "tag-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => ({ renewed: await step.run("renew", () => renewTags(ROWS_A_RUN)) }),
);
