import { eventType } from "inngest";
import { sweepBulkEdits, workOnEdit } from "@/lib/bulk-edits/jobs";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";

/** Each works for some seconds: more samples than one edit can have. */
const STEPS_MOST = 100;

/** An edit of very many samples, or its undoing. A person's edits are done one after the other. */
export const bulkEdit = inngest.createFunction(
  {
    id: "bulk-edit",
    triggers: [eventType("bulk_edit.asked", { schema: catalogue["bulk_edit.asked"].payload })],
    retries: 3,
    concurrency: [{ limit: 4 }, { limit: 1, key: "event.data.ownerId" }],
  },
  async ({ event, step }) => {
    for (let part = 0; part < STEPS_MOST; part += 1) {
      if (!(await step.run(`part-${part}`, () => workOnEdit(event.data.bulkEditId)))) break;
    }
  },
);

/** Every minute: goes on with edits whose process died. */
export const bulkEditSweep = inngest.createFunction(
  { id: "bulk-edit-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => step.run("sweep", () => sweepBulkEdits()),
);
