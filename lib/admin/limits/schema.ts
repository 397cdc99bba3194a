import { z } from "zod";
import type { RateCounter } from "@/lib/rate-limits/data";

/** A counter with the name of the account it counts for, if that is known. */
export interface CounterRow extends RateCounter {
  /** The e-mail address of the account, or of the account that owns the key. */
  email: string | null;
  userId: string | null;
  perMinute: number;
  perHour: number;
}

/** Failed sign-ins of an account or from an IP address. Times are ISO 8601. */
export interface LockoutRow {
  /** `account:<e-mail address>` or `address:<IP address>`. */
  subject: string;
  failures: number;
  lastFailureAt: string;
  /** Until when all attempts are rejected. Null if it is not locked. */
  lockedUntil: string | null;
}

export const clearLockoutSchema = z.object({
  subject: z
    .string()
    .regex(/^(account|address):\S+$/)
    .max(400),
});
export type ClearLockout = z.input<typeof clearLockoutSchema>;
