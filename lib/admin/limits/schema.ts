import { z } from "zod";
import type { RateCounter } from "@/lib/rate-limits/data";

/** A counter with the name of whom it counts, where that is known. */
export interface CounterRow extends RateCounter {
  /** E-mail address of the account, of the key's account too. */
  email: string | null;
  userId: string | null;
  perMinute: number;
  perHour: number;
}

/** Failed sign-ins that are counted against an account or an address. Times are ISO 8601. */
export interface LockoutRow {
  /** `account:<e-mail>` or `address:<address>`. */
  subject: string;
  failures: number;
  lastFailureAt: string;
  /** Until when no attempt is looked at; null where attempts still are. */
  lockedUntil: string | null;
}

export const clearLockoutSchema = z.object({
  subject: z
    .string()
    .regex(/^(account|address):\S+$/)
    .max(400),
});
export type ClearLockout = z.input<typeof clearLockoutSchema>;
