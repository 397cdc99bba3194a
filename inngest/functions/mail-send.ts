import { cron, eventType } from "inngest";
import { eventSchemas } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { sendDueMails } from "@/lib/mail/mutations";

/**
 * At once when one is queued, and every minute for what a crash or an absent server left. One run at a time, so that
 * no mail is sent by two.
 */
export const mailSend = inngest.createFunction(
  {
    id: "mail-send",
    triggers: [eventType("mail.queued", { schema: eventSchemas["mail.queued"] }), cron("* * * * *")],
    retries: 0,
    concurrency: { limit: 1 },
  },
  async ({ step }) => ({ sent: await step.run("send", () => sendDueMails()) }),
);
