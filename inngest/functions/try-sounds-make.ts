import { eventType } from "inngest";
import { catalogue } from "@/lib/events/catalogue";
import { inngest } from "@/lib/events/executor-client";
import { TRY_SOUNDS } from "@/lib/onboarding/constants";
import { makeTrySound } from "@/lib/onboarding/jobs";

/** Makes the sounds that somebody tries things on, one after the other. */
export const trySoundsMake = inngest.createFunction(
  {
    id: "try-sounds-make",
    triggers: [eventType("try_sounds.asked", { schema: catalogue["try_sounds.asked"].payload })],
    concurrency: [{ limit: 2 }, { limit: 1, key: "event.data.ownerId" }],
  },
  async ({ event, step }) => {
    for (const fileName of TRY_SOUNDS)
      await step.run(`make-${fileName}`, () => makeTrySound(event.data.ownerId, fileName));
  },
);
