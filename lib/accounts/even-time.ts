import { EVEN_ANSWER_MS } from "./constants";

/**
 * Answers only at whole multiples of a time that any of the possible answers fits into: the clock tells nothing of
 * which it was, and on a machine so busy that one takes longer the next multiple still rounds it off.
 */
export async function inEvenTime<T>(work: () => Promise<T>, slotMs = EVEN_ANSWER_MS): Promise<T> {
  const startedAt = performance.now();
  const [outcome] = await Promise.allSettled([work()]);
  const restMs = slotMs - ((performance.now() - startedAt) % slotMs);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
