import type { Crowd } from "./open-bodies";

const PAUSE_MS = 60_000;

type Log = (facts: Record<string, unknown>, message: string) => void;

/** Says whose unfinished bodies leave no room for others: at once, then at most once a minute. */
export function crowdNotice(log: Log, now: () => number = () => performance.now()): (crowd: Crowd) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let ended = 0;
  return ({ address, limit, measure, count, bytes }) => {
    ended += 1;
    if (now() - saidAt < PAUSE_MS) return;
    const whose = limit === "inAll" ? "all addresses" : "one address";
    const what = measure === "count" ? "number" : "memory";
    log(
      { address, open: count, bytes, ended },
      `unfinished request bodies reached the ${what} that ${whose} may have; the costliest are ended (429). ` +
        "If this is the address of a proxy, set TRUSTED_PROXY_HOPS.",
    );
    saidAt = now();
    ended = 0;
  };
}
