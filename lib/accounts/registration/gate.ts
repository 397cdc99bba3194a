import "server-only";
import { takeRequest } from "@/lib/rate-limits/gate";
import type { Visitor } from "./schema";

/**
 * Counts an attempt to register by the visitor's address, and returns whether it may go on. Whoever sits at this
 * machine is not counted.
 */
export async function takeRegistration({ address, isLocal }: Pick<Visitor, "address" | "isLocal">): Promise<boolean> {
  return isLocal || (await takeRequest("registration", { kind: "address", address })).admitted;
}
