import type { Role } from "@/lib/identity/permissions";
import { DEMO_QUOTA, NO_LIMIT, type Quota, ROLE_QUOTAS } from "./constants";

/** The person whose quota is asked for, from their row. */
export interface QuotaHolder {
  role: Role;
  isDemo: boolean;
  uploadsPerDayOverride: number | null;
  storageBytesOverride: number | null;
}

/** The quota of a person whom an admin has given none. The demo account is for strangers, so it always has one. */
export function givenQuota({ role, isDemo }: Pick<QuotaHolder, "role" | "isDemo">, plans: boolean): Quota {
  if (isDemo) return DEMO_QUOTA;
  return plans ? ROLE_QUOTAS[role] : NO_LIMIT;
}

/** A person's quota: the given one, unless an admin has set another for them. */
export function quotaOf(holder: QuotaHolder, plans: boolean): Quota {
  const { uploadsPerDayOverride, storageBytesOverride } = holder;
  const given = givenQuota(holder, plans);
  return {
    uploadsPerDay: uploadsPerDayOverride ?? given.uploadsPerDay,
    storageBytes: storageBytesOverride ?? given.storageBytes,
  };
}
