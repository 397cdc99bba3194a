import type { Role } from "@/lib/identity/permissions";

export type QuotaKind = "uploads_per_day" | "storage_bytes";

/** Why an upload was refused. */
export interface QuotaRefusal {
  kind: QuotaKind;
  /** Null if plans are off: no other role has more. */
  role: Role | null;
  allowed: number;
  used: number;
  /** The size of the refused file. */
  askedBytes: number;
  /** When the count of uploads resets, ISO 8601. Null for storage, which only deleting frees. */
  renewsAt: string | null;
}

export interface Allowance {
  used: number;
  /** Null for no limit. */
  allowed: number | null;
  left: number | null;
}

/** How much a person has used and has left. */
export interface Usage {
  /** Null if plans are off. */
  role: Role | null;
  isDemo: boolean;
  uploadsToday: Allowance;
  storageBytes: Allowance;
  /** When the count of uploads resets, ISO 8601: midnight UTC. */
  renewsAt: string;
}

export function allowanceOf(used: number, allowed: number | null): Allowance {
  return { used, allowed, left: allowed === null ? null : Math.max(0, allowed - used) };
}
