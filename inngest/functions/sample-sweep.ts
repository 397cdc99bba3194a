import { inngest } from "@/lib/events/executor-client";
import { trimLiveEvents } from "@/lib/events/jobs";
import { deleteDueObjects } from "@/lib/objects/jobs";
import { LIVE_EVENTS_KEPT_SECONDS, SWEEP_BATCH } from "@/lib/pipeline/constants";
import { requeueWaiting } from "@/lib/pipeline/queue/jobs";
import { recoverAbandoned } from "@/lib/pipeline/runs/jobs";
import { storageHealth } from "@/lib/platform/s3";
import { forgetExpiredCounters } from "@/lib/rate-limits/jobs";
import { purgeOverdue } from "@/lib/samples/jobs";
import { sweepQuerySounds } from "@/lib/similarity/query-sounds/jobs";
import { expireUploads } from "@/lib/uploads/jobs";

/** Every minute: finishes what a killed process or a service's outage left undone. */
export const sampleSweep = inngest.createFunction(
  { id: "sample-sweep", triggers: [{ cron: "* * * * *" }], retries: 0, concurrency: { limit: 1 } },
  async ({ step }) => {
    // While storage is away, runs fail through no fault of their file. That must not use up its attempts.
    const storage = await step.run("storage", async () => (await storageHealth()).ok);
    const recovered = storage ? await step.run("recover", () => recoverAbandoned()) : null;
    const queued = await step.run("queue", () => requeueWaiting());
    const trimmed = await step.run("trim", () => trimLiveEvents(LIVE_EVENTS_KEPT_SECONDS));
    const counters = await step.run("forget-counters", () => forgetExpiredCounters());
    const expired = await step.run("expire", () => expireUploads());
    const sounds = await step.run("forget-query-sounds", () => sweepQuerySounds());
    const purged = await step.run("purge", () => purgeOverdue());
    const deleted = storage ? await step.run("delete-objects", () => deleteDueObjects(SWEEP_BATCH)) : 0;
    return { recovered, queued, trimmed, counters, expired, sounds, purged, deleted };
  },
);
