import { inngest } from "@/lib/events/executor-client";
import { claimDueAccounts, emptyAccount, removeAccount } from "@/lib/privacy/deletion/jobs";

/**
 * Every hour: removes accounts whose grace period is over, with their rows and objects. Each step can be killed and run
 * again.
 */
export const accountDelete = inngest.createFunction(
  { id: "account-delete", triggers: [{ cron: "41 * * * *" }], concurrency: { limit: 1 } },
  async ({ step }) => {
    const due = await step.run("claim", () => claimDueAccounts());
    for (const id of due) {
      await step.run(`empty-${id}`, () => emptyAccount(id));
      await step.run(`remove-${id}`, () => removeAccount(id));
    }
    return { deleted: due.length };
  },
);
