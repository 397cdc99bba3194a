import { inngest } from "@/lib/events/executor-client";
import { decideUndecided, playOldSample } from "@/lib/pipeline/steps/play-sample";

/** A look at the first bytes of a file is cheap; a copy takes a worker for a while. */
const A_RUN = { looks: 500, copies: 10 };

/** Every minute: playable copies for samples that were analysed before there were any, or by an older rule. */
export const playableSweep = inngest.createFunction(
  { id: "playable-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const waiting = await step.run("decide", () => decideUndecided(A_RUN));
    let copied = 0;
    for (const sampleId of waiting) {
      const { outcome } = await step.run(`copy-${sampleId}`, () => playOldSample(sampleId));
      if (outcome === "copied" || outcome === "shared") copied += 1;
    }
    return { copied };
  },
);
