import { inngest } from "@/lib/events/executor-client";
import { OBJECT_PREFIXES } from "@/lib/objects/object-keys";
import { markMissingOriginals, sweepMultiparts, sweepOrphans } from "@/lib/objects/reconciliation/jobs";

/** Once a day: compares what storage has with what the rows name, both ways. */
export const objectSweep = inngest.createFunction(
  { id: "object-sweep", triggers: [{ cron: "23 4 * * *" }], retries: 2, concurrency: { limit: 1 } },
  async ({ step }) => {
    for (const prefix of OBJECT_PREFIXES) await step.run(`orphans-${prefix}`, () => sweepOrphans(prefix));
    const aborted = await step.run("multiparts", () => sweepMultiparts());
    const originals = await step.run("missing-originals", () => markMissingOriginals());
    return { aborted, ...originals };
  },
);
