import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";

/** The password, asked for again before data is exported or deleted. */
export const confirmedSchema = z.object({ password: ownPasswordSchema });
export type Confirmed = z.input<typeof confirmedSchema>;

export const leavingPersonSchema = z.object({ id: z.uuid() });
export type LeavingPerson = z.input<typeof leavingPersonSchema>;

export const deletePersonSchema = z.object({ id: z.uuid(), withExport: z.boolean() });
export type DeletePerson = z.input<typeof deletePersonSchema>;

/** One export, as its owner and admins see it. Times are ISO 8601. */
export interface DataExport {
  id: string;
  status: "requested" | "ready" | "failed" | "expired";
  sizeBytes: number | null;
  requestedAt: string;
  /** Until when it can be downloaded. Null unless it is ready. */
  expiresAt: string | null;
}

/** What the settings show about a person's data. */
export interface YourData {
  isDemo: boolean;
  hasPassword: boolean;
  samples: number;
  storedBytes: number;
  /** The latest export. Null if there was none, or if it expired long ago. */
  latestExport: DataExport | null;
}
