import { inngest } from "@/lib/events/executor-client";
import { findUntagged, readTagsOf } from "@/lib/pipeline/steps/read-file-tags";

const FILES_A_RUN = 500;
const FILES_A_STEP = 10;

/**
 * Tags of files that were analysed before they were read, or by an older reader. Every ten minutes, because finding them
 * compares all samples with all rows.
 */
export const fileTagSweep = inngest.createFunction(
  { id: "file-tag-sweep", triggers: [{ cron: "*/10 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const unread = await step.run("list", () => findUntagged(FILES_A_RUN));
    let read = 0;
    for (let from = 0; from < unread.length; from += FILES_A_STEP) {
      read += await step.run(`read-${from}`, () => readTagsOf(unread.slice(from, from + FILES_A_STEP)));
    }
    return { read };
  },
);
