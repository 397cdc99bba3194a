import "server-only";
import { takeRequest } from "@/lib/rate-limits/gate";

/** Counts a report by the address that it comes from, and returns whether it is taken. */
export async function takeReport({ address }: { address: string | null }): Promise<boolean> {
  return (await takeRequest("report", { kind: "address", address })).admitted;
}
