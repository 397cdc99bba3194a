import "server-only";
import { queueEvents } from "@/lib/events/executor";

/** A sample waiting to be analysed, as its row says. */
export interface WaitingSample {
  id: string;
  ownerId: string;
  attempts: number;
  statusChangedAt: Date;
}

/**
 * Asks the executor to analyse. The event's id names this very wait, so that saying it twice starts one run
 * and a later retry of the same sample is another.
 */
export async function queueAnalyses(waiting: WaitingSample[]): Promise<boolean> {
  return queueEvents(
    waiting.map(({ id, ownerId, attempts, statusChangedAt }) => ({
      id: `sample.uploaded:${id}:${attempts}:${statusChangedAt.getTime()}`,
      name: "sample.uploaded",
      data: { sampleId: id, ownerId },
    })),
  );
}
