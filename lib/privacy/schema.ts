import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";

/** The password, asked again before anything leaves or is deleted. */
export const confirmedSchema = z.object({ password: ownPasswordSchema });
export type Confirmed = z.input<typeof confirmedSchema>;

export const leavingPersonSchema = z.object({ id: z.uuid() });
export type LeavingPerson = z.input<typeof leavingPersonSchema>;

export const deletePersonSchema = z.object({ id: z.uuid(), withExport: z.boolean() });
export type DeletePerson = z.input<typeof deletePersonSchema>;

/** One export, as its owner and an administrator see it. Times are ISO 8601. */
export interface DataExport {
  id: string;
  status: "requested" | "ready" | "failed" | "expired";
  sizeBytes: number | null;
  requestedAt: string;
  /** Until when it can be downloaded; null unless it is ready. */
  expiresAt: string | null;
}

/** What the settings say of a person's data. */
export interface YourData {
  isDemo: boolean;
  hasPassword: boolean;
  samples: number;
  storedBytes: number;
  /** The latest; null where there was none, or it is long gone. */
  latestExport: DataExport | null;
}
