import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { refreshPublications, withdrawExpired, withdrawOrphans } from "@/lib/gallery/jobs";
import { prepareLate, preparePreview } from "@/lib/gallery/preview/jobs";
import { listUnprepared } from "@/lib/gallery/preview/lookups";

/** Makes what strangers hear of a publication. */
export const publicationPrepare = inngest.createFunction(
  {
    id: "publication-prepare",
    triggers: [eventType("publication.preview_wanted", { schema: catalogue["publication.preview_wanted"].payload })],
    retries: 3,
    concurrency: { limit: 2 },
  },
  async ({ event, step }) => step.run("prepare", () => preparePreview(event.data.publicationId)),
);

const ROWS_A_RUN = 500;
const PREVIEWS_A_RUN = 10;

/** Every minute: what changed in the samples of publications, what is over, and previews that were not made. */
export const publicationSweep = inngest.createFunction(
  { id: "publication-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    const refreshed = await step.run("refresh", () => refreshPublications(ROWS_A_RUN));
    const withdrawn = await step.run("withdraw", async () => {
      return (await withdrawOrphans(ROWS_A_RUN)) + (await withdrawExpired(ROWS_A_RUN));
    });
    const waiting = await step.run("find", () => listUnprepared(PREVIEWS_A_RUN));
    for (const id of waiting) await step.run(`prepare-${id}`, () => prepareLate(id));
    return { refreshed, withdrawn, prepared: waiting.length };
  },
);
