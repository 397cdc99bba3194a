import { inngest } from "@/lib/events/executor-client";
import { deliverLeftBehind } from "@/lib/events/jobs";

/** Once a minute: events that a killed process left in the outbox, or that the executor did not take. */
export const outboxSend = inngest.createFunction(
  { id: "outbox-send", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => ({ delivered: await step.run("deliver", () => deliverLeftBehind()) }),
);
