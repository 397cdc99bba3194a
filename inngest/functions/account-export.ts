import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { buildExport, failExport } from "@/lib/privacy/exports/jobs";

/** Exports everything that belongs to a person as one file. Two at a time, to limit the load on storage. */
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
