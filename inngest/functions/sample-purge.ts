import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import { purgeSample } from "@/lib/samples/jobs";

/** Removes a deleted sample when it can no longer be restored. */
export const samplePurge = inngest.createFunction(
  {
    id: "sample-purge",
    triggers: [eventType("sample.deleted", { schema: catalogue["sample.deleted"].payload })],
    cancelOn: [{ event: "sample.restored", if: "event.data.sampleId == async.data.sampleId" }],
  },
  async ({ event, step }) => {
    await step.sleep("undo-window", UNDO_WINDOW_SECONDS * 1000);
    return step.run("purge", () => purgeSample(event.data.sampleId));
  },
);
