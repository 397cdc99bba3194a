import { WAITING_MAX, WAITING_OF_ALL_MAX } from "./constants";

const waiting = new Map<string, number>();

/** Runs `work` unless too many sounds wait already, this person's or everybody's. Null then. */
export async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T | null> {
  const own = waiting.get(person) ?? 0;
  const all = [...waiting.values()].reduce((sum, count) => sum + count, 0);
  if (own >= WAITING_MAX || all >= WAITING_OF_ALL_MAX) return null;
  waiting.set(person, own + 1);
  try {
    return await work();
  } finally {
    const left = (waiting.get(person) ?? 1) - 1;
    if (left > 0) waiting.set(person, left);
    else waiting.delete(person);
  }
}
