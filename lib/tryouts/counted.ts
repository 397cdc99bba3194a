import { msg } from "@/lib/language/text";
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
  return {
    retryAfterSeconds: seconds,
    detail:
      seconds < 120
        ? msg`Wait ${seconds} seconds before the next one. With an account there is no such wait.`
        : msg`Wait ${Math.ceil(seconds / 60)} minutes before the next one. With an account there is no such wait.`,
  };
}
