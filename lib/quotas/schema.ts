import type { Role } from "@/lib/identity/permissions";

export type QuotaKind = "uploads_per_day" | "storage_bytes";

/** Why an upload may not begin. */
export interface QuotaRefusal {
  kind: QuotaKind;
  role: Role;
  allowed: number;
  used: number;
  /** Of the file that was refused. */
  askedBytes: number;
  /** When the day's uploads begin anew, ISO 8601; null for storage, which only deleting renews. */
  renewsAt: string | null;
}

export interface Allowance {
  used: number;
  /** Null for no bound. */
  allowed: number | null;
  left: number | null;
}

/** What a person has used and may still use. */
export interface Usage {
  role: Role;
  isDemo: boolean;
  uploadsToday: Allowance;
  storageBytes: Allowance;
  /** When the day's uploads begin anew, ISO 8601: midnight UTC. */
  renewsAt: string;
}

export function allowanceOf(used: number, allowed: number | null): Allowance {
  return { used, allowed, left: allowed === null ? null : Math.max(0, allowed - used) };
}
