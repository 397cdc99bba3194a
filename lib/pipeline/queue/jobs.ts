import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { queueWaiting } from "./writes";

/** For the sweep: queues waiting samples that nobody works on. Returns how many. */
export const requeueWaiting = (): Promise<number> => inTransaction(asSystem(), queueWaiting);
