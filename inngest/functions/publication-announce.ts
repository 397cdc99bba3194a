import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { tellFollowers } from "@/lib/reactions/jobs";

/** Tells the followers of an artist what the artist published. */
export const publicationAnnounce = inngest.createFunction(
  {
    id: "publication-announce",
    triggers: [eventType("publication.published", { schema: catalogue["publication.published"].payload })],
    retries: 3,
    concurrency: { limit: 1 },
  },
  async ({ event, step }) => {
    let last: string | null = null;
    let steps = 0;
    do {
      const after: string | null = last;
      last = await step.run(`tell-${steps}`, () => tellFollowers(event.data.publicationId, after));
      steps += 1;
    } while (last !== null);
    return { steps };
  },
);
