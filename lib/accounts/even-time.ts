import { EVEN_ANSWER_MS } from "./constants";

/**
 * Answers only at whole multiples of `slotMs`, which is longer than the work usually takes. So the response time does
 * not reveal the outcome. If a busy machine needs longer, the answer waits for the next multiple.
 */
export async function inEvenTime<T>(work: () => Promise<T>, slotMs = EVEN_ANSWER_MS): Promise<T> {
  const startedAt = performance.now();
  const [outcome] = await Promise.allSettled([work()]);
  const restMs = slotMs - ((performance.now() - startedAt) % slotMs);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
