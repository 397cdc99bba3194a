import "server-only";
import { takeRequest } from "@/lib/rate-limits/gate";
import type { RequestFacts } from "@/lib/request/request-facts";

/** Counts an attempt to register by the visitor's address, and returns whether it may go on. */
export async function takeRegistration({ address }: Pick<RequestFacts, "address">): Promise<boolean> {
  return (await takeRequest("registration", { kind: "address", address })).admitted;
}
