import type { Actor } from "@/lib/identity/actor";
import { clientNetwork } from "@/lib/request/ip-address";
import { type Quota, RATE_LIMITS, type RateClass } from "./constants";

/** Whose requests are counted: a person, a key, or the address if neither is known; of plays, also each device. */
export type RateSubject =
  | { kind: "user"; id: string }
  | { kind: "key"; id: string; requestsPerMinute: number | null }
  | { kind: "device"; id: string }
  | { kind: "address"; address: string | null };

export function subjectOfActor(actor: Actor, keyRequestsPerMinute: number | null = null): RateSubject {
  if (actor.apiKeyId) return { kind: "key", id: actor.apiKeyId, requestsPerMinute: keyRequestsPerMinute };
  return { kind: "user", id: actor.id };
}

/** The class's limits. A key with its own limit per minute gets that, and a limit per hour in the same proportion. */
export function quotaFor(rateClass: RateClass, subject: RateSubject): Quota {
  const figures = RATE_LIMITS[rateClass];
  const own = subject.kind === "key" ? subject.requestsPerMinute : null;
  if (own === null) return figures;
  return { perMinute: own, perHour: Math.ceil((own * RATE_LIMITS.default.perHour) / RATE_LIMITS.default.perMinute) };
}

/** The key of the counter's row. All requests without a known address share one. */
export function counterKey(rateClass: RateClass, subject: RateSubject): string {
  if (subject.kind !== "address") return `${rateClass}:${subject.kind}:${subject.id}`;
  return `${rateClass}:address:${clientNetwork(subject.address) ?? "unknown"}`;
}
