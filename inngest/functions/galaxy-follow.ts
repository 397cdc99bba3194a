import { inngest } from "@/lib/events/executor-client";
import { followGalaxy, listChanged, noteChanges } from "@/lib/galaxy/jobs";

const OWNERS_A_RUN = 100;
const STEPS_A_RUN = 200;

/** Every minute: gives new samples their places, where libraries have changed. */
export const galaxyFollow = inngest.createFunction(
  { id: "galaxy-follow", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const changed = await step.run("note", async () => {
      await noteChanges();
      return listChanged(OWNERS_A_RUN);
    });
    for (let steps = 0; changed.length > 0 && steps < STEPS_A_RUN; steps += 1) {
      const [ownerId = ""] = changed;
      const { isMore } = await step.run(`follow-${ownerId}-${steps}`, () => followGalaxy(ownerId));
      if (!isMore) changed.shift();
    }
  },
);
