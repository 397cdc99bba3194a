import type { Role } from "@/lib/identity/permissions";
import { DEMO_QUOTA, type Quota, ROLE_QUOTAS } from "./constants";

/** The person whose quota is asked for, from their row. */
export interface QuotaHolder {
  role: Role;
  isDemo: boolean;
  uploadsPerDayOverride: number | null;
  storageBytesOverride: number | null;
}

/** The role's quota, unless an admin has given this person another. */
export function quotaOf({ role, isDemo, uploadsPerDayOverride, storageBytesOverride }: QuotaHolder): Quota {
  const given = isDemo ? DEMO_QUOTA : ROLE_QUOTAS[role];
  return {
    uploadsPerDay: uploadsPerDayOverride ?? given.uploadsPerDay,
    storageBytes: storageBytesOverride ?? given.storageBytes,
  };
}
