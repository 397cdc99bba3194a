import { inngest } from "@/inngest/client";
import { sweepAttempts } from "@/lib/auth/lockout/mutations";
import { sweepSessions } from "@/lib/auth/sessions/mutations";
import { sweepTokens } from "@/lib/auth/tokens/mutations";
import { sweepMails } from "@/lib/platform/mail-outbox";
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
