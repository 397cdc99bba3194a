import { cron, eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { sendDueMails } from "@/lib/mail/jobs";

/**
 * Runs as soon as a mail is queued, and every minute for mails left over after a crash or a mail server's outage. One
 * run at a time, so that no mail is sent twice.
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
