import { inngest } from "@/lib/events/executor-client";
import { drawOverviews, listUndrawn } from "@/lib/pipeline/overviews/jobs";

/** Each reads one object of some 50 KB. */
const ROWS_A_RUN = 2000;
const WAVEFORMS_A_STEP = 100;

/** Every minute: the short waveforms of rows that were analysed before there were any. */
export const overviewSweep = inngest.createFunction(
  { id: "overview-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const undrawn = await step.run("list", () => listUndrawn(ROWS_A_RUN));
    let drawn = 0;
    for (let from = 0; from < undrawn.length; from += WAVEFORMS_A_STEP) {
      drawn += await step.run(`draw-${from}`, () => drawOverviews(undrawn.slice(from, from + WAVEFORMS_A_STEP)));
    }
    return { drawn };
  },
);
