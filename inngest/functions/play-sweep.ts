import { inngest } from "@/lib/events/executor-client";
import { logger } from "@/lib/platform/logger";
import { DECIDED_AT_ONCE } from "@/lib/plays/constants";
import { decideEndedPlays, recountPlays } from "@/lib/plays/jobs";

/** A run ends before the next one is due. */
const BATCHES_A_RUN = 50;

/** Every minute: decides which plays that have ended count. */
export const playSweep = inngest.createFunction(
  { id: "play-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const sum = { qualified: 0, setAside: 0 };
    for (let batch = 0; batch < BATCHES_A_RUN; batch++) {
      const { qualified, setAside } = await step.run(`decide-${batch}`, () => decideEndedPlays());
      sum.qualified += qualified;
      sum.setAside += setAside;
      if (qualified + setAside < DECIDED_AT_ONCE) break;
    }
    return sum;
  },
);

/** Every night: proves the counts that the sweep has advanced. */
export const playRecount = inngest.createFunction(
  { id: "play-recount", triggers: [{ cron: "20 3 * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const differed = await step.run("recount", () => recountPlays());
    if (differed > 0) logger().error({ differed }, "counts of plays were wrong and are put right");
    return { differed };
  },
);
