import { deliverLeftBehind } from "@/lib/events/jobs";
import { requeueScans } from "@/lib/imports/scans/jobs";
import { UPKEEP_SECONDS } from "@/lib/pipeline/constants";
import { requeueWaiting } from "@/lib/pipeline/queue/jobs";
import { recoverAbandoned } from "@/lib/pipeline/runs/jobs";
import { clearAbandonedFolders } from "@/lib/pipeline/steps/temporary-folder";
import { logger } from "@/lib/platform/logger";
import { storageHealth } from "@/lib/platform/s3";
import { keepRegistered } from "./registration";

/**
 * Removes what a killed process left, and looks again and again for what the executor has lost. The sweep does that
 * too, but the executor calls the sweep, and an executor that has lost its memory has lost its schedule as well.
 */
export function startUpkeep(): NodeJS.Timeout {
  void clearAbandonedFolders();
  let busy = false;
  const turn = async () => {
    if (busy) return;
    busy = true;
    await upkeep().catch((error: unknown) => logger().debug({ err: error }, "upkeep has to wait for a service"));
    busy = false;
  };
  return setInterval(() => void turn(), UPKEEP_SECONDS * 1000).unref();
}

async function upkeep(): Promise<void> {
  await keepRegistered();
  await deliverLeftBehind();
  // While storage is away, runs fail through no fault of their file. That must not use up its attempts.
  const recovered = (await storageHealth()).ok ? await recoverAbandoned() : null;
  await requeueScans();
  const queued = await requeueWaiting();
  if (queued || recovered?.requeued || recovered?.givenUp) {
    logger().warn({ queued, ...recovered }, "work that the executor had lost was handed over again");
  }
}
