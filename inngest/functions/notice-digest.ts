import { inngest } from "@/lib/events/executor-client";
import { mailIsSent } from "@/lib/mail/transport";
import { sweepNotices, writeDigest } from "@/lib/notices/jobs";
import { listDueDigests } from "@/lib/notices/lookups";

const DIGESTS_A_RUN = 200;

/** Every hour: writes the digests that are due, and removes old notices. Without a mail server nobody would get one. */
export const noticeDigest = inngest.createFunction(
  { id: "notice-digest", triggers: [{ cron: "41 * * * *" }], retries: 1, concurrency: { limit: 1 } },
  async ({ step }) => {
    const due = await step.run("find", () => listDueDigests(mailIsSent() ? DIGESTS_A_RUN : 0));
    let written = 0;
    for (const userId of due) if (await step.run(`write-${userId}`, () => writeDigest(userId))) written += 1;
    const swept = await step.run("sweep", () => sweepNotices());
    return { written, swept };
  },
);
