import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { continueScan, giveUpScan, requeueScans, resumeScans, startDueScans } from "@/lib/imports/scans/jobs";
import { PORTIONS_A_RUN, SCANS_AT_ONCE } from "@/lib/imports/scans/timing";

/**
 * Imports a folder on the server, a portion a step. Places are those of steps, so people whose folders are large take
 * turns.
 */
export const importScan = inngest.createFunction(
  {
    id: "import-scan",
    triggers: [eventType("import.requested", { schema: catalogue["import.requested"].payload })],
    retries: 8,
    concurrency: [{ limit: SCANS_AT_ONCE }, { limit: 1, key: "event.data.ownerId" }],
    onFailure: async ({ event, step }) => {
      const { scanId } = catalogue["import.requested"].payload.parse(event.data.event.data);
      await step.run("give-up", () => giveUpScan({ scanId, runId: event.data.run_id }));
    },
  },
  async ({ event, step, runId }) => {
    const run = { scanId: event.data.scanId, runId };
    for (let portion = 0; portion < PORTIONS_A_RUN; portion += 1) {
      const { more } = await step.run(`portion-${portion}`, () => continueScan(run));
      if (!more) return { portions: portion + 1 };
    }
    // The sweep hands it over again, to a run of its own.
    return { portions: PORTIONS_A_RUN };
  },
);

/** Every minute: scans that were lost, whose folder may be back, or that a schedule asks for. */
export const importSweep = inngest.createFunction(
  { id: "import-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const resumed = await step.run("resume", () => resumeScans());
    const begun = await step.run("begin", () => startDueScans());
    const queued = await step.run("queue", () => requeueScans());
    return { resumed, begun, queued };
  },
);
