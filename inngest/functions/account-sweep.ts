import { sweepAttempts } from "@/lib/accounts/lockout/mutations";
import { sweepSessions } from "@/lib/accounts/sessions/mutations";
import { sweepTokens } from "@/lib/accounts/tokens/mutations";
import { inngest } from "@/lib/events/executor-client";
import { sweepMails } from "@/lib/mail/mutations";
import { sweepExports } from "@/lib/privacy/exports/mutations";

/** Once an hour: what accounts leave behind and nobody can use any more. */
export const accountSweep = inngest.createFunction(
  { id: "account-sweep", triggers: [{ cron: "23 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => ({
    attempts: await step.run("attempts", () => sweepAttempts()),
    tokens: await step.run("tokens", () => sweepTokens()),
    sessions: await step.run("sessions", () => sweepSessions()),
    mails: await step.run("mails", () => sweepMails()),
    exports: await step.run("exports", () => sweepExports()),
  }),
);
