import { inngest } from "@/lib/events/executor-client";
import { layOutGalaxy, listLayoutsWanted } from "@/lib/galaxy/jobs";

const LAYOUTS_A_RUN = 10;

/** Every minute: lays out libraries where a tenth is new, one after the other, each in a process of its own. */
export const galaxyLayout = inngest.createFunction(
  { id: "galaxy-layout", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const wanted = await step.run("list", () => listLayoutsWanted(LAYOUTS_A_RUN));
    for (const ownerId of wanted) await step.run(`lay-out-${ownerId}`, () => layOutGalaxy(ownerId));
  },
);
