import { inngest } from "@/lib/events/executor-client";
import { deliverLeftBehind } from "@/lib/events/jobs";

/** Every minute: sends events that a killed process left in the outbox, or that the executor did not accept. */
export const outboxSend = inngest.createFunction(
  { id: "outbox-send", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => ({ delivered: await step.run("deliver", () => deliverLeftBehind()) }),
);
