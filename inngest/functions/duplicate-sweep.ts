import { listWaiting, lookUpSamples, reportProgress } from "@/lib/duplicates/jobs";
import { inngest } from "@/lib/events/executor-client";

const SAMPLES_A_RUN = 1000;
const SAMPLES_A_STEP = 20;

/**
 * Looks up samples that were analysed before there were lookups, or whose lookup failed. Every five minutes, because
 * finding them compares all samples with all lookups.
 */
export const duplicateSweep = inngest.createFunction(
  { id: "duplicate-sweep", triggers: [{ cron: "*/5 * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const waiting = await step.run("list", () => listWaiting(SAMPLES_A_RUN));
    for (let from = 0; from < waiting.length; from += SAMPLES_A_STEP) {
      await step.run(`look-up-${from}`, () => lookUpSamples(waiting.slice(from, from + SAMPLES_A_STEP)));
    }
    return waiting.length > 0 ? step.run("progress", reportProgress) : null;
  },
);
