import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { buildExport, failExport } from "@/lib/privacy/exports/jobs";

/** Everything of one person's as a file. Two at a time, so that originals are not read from storage all at once. */
export const accountExport = inngest.createFunction(
  {
    id: "account-export",
    triggers: [eventType("export.requested", { schema: catalogue["export.requested"].payload })],
    retries: 3,
    concurrency: { limit: 2 },
    onFailure: async ({ event, step }) => {
      const { exportId } = catalogue["export.requested"].payload.parse(event.data.event.data);
      await step.run("give-up", () => failExport(exportId));
    },
  },
  async ({ event, step }) => step.run("build", () => buildExport(event.data.exportId)),
);
