import { cron, eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { sendDueMails } from "@/lib/mail/jobs";

/**
 * At once when one is queued, and every minute for what a crash or an absent server left. One run at a time, so that
 * no mail is sent by two.
 */
export const mailSend = inngest.createFunction(
  {
    id: "mail-send",
    triggers: [eventType("mail.queued", { schema: catalogue["mail.queued"].payload }), cron("* * * * *")],
    retries: 0,
    concurrency: { limit: 1 },
  },
  async ({ step }) => ({ sent: await step.run("send", () => sendDueMails()) }),
);
