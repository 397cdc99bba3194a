import { sweepAttempts } from "@/lib/accounts/lockout/jobs";
import { sweepInvitations } from "@/lib/accounts/registration/jobs";
import { sweepSessions } from "@/lib/accounts/sessions/jobs";
import { sweepTokens } from "@/lib/accounts/tokens/jobs";
import { sweepIdempotencyKeys } from "@/lib/api/http/idempotency/jobs";
import { sweepCollections } from "@/lib/collections/jobs";
import { inngest } from "@/lib/events/executor-client";
import { sweepMails } from "@/lib/mail/jobs";
import { sweepExports } from "@/lib/privacy/exports/jobs";

/** Every hour: removes what accounts leave behind and nobody needs any more. */
export const accountSweep = inngest.createFunction(
  { id: "account-sweep", triggers: [{ cron: "23 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => ({
    attempts: await step.run("attempts", () => sweepAttempts()),
    tokens: await step.run("tokens", () => sweepTokens()),
    invitations: await step.run("invitations", () => sweepInvitations()),
    sessions: await step.run("sessions", () => sweepSessions()),
    mails: await step.run("mails", () => sweepMails()),
    exports: await step.run("exports", () => sweepExports()),
    collections: await step.run("collections", () => sweepCollections()),
    idempotencyKeys: await step.run("idempotency-keys", () => sweepIdempotencyKeys()),
  }),
);
