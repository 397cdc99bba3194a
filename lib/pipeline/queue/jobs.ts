import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { queueWaiting } from "./writes";

/** The sweep's share: waiting samples that nobody works on. Returns how many were handed over. */
export const requeueWaiting = (): Promise<number> => inTransaction(asSystem(), queueWaiting);
