import { takeRequest } from "@/lib/rate-limits/gate";
import { retryAfterSeconds } from "@/lib/rate-limits/verdict";
import { TryoutRefused } from "./tryout-refused";

/**
 * Counts a file, by its sender's address and for all of them together.
 * @throws TryoutRefused if there were too many
 */
export async function countTryout(address: string | null): Promise<void> {
  const own = await takeRequest("tryout", { kind: "address", address });
  if (!own.admitted) throw new TryoutRefused("rate_limited", waiting(retryAfterSeconds(own)));
  // One counter for everybody: without an address, all requests share one.
  const all = await takeRequest("tryouts-in-all", { kind: "address", address: null });
  if (!all.admitted) throw new TryoutRefused("too_many_in_all", waiting(retryAfterSeconds(all)));
}

function waiting(seconds: number) {
  const time = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return {
    retryAfterSeconds: seconds,
    detail: `Wait ${time} before the next one. With an account there is no such wait.`,
  };
}
