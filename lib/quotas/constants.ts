import type { Role } from "@/lib/identity/permissions";

const MB = 1024 * 1024;
const GB = 1024 * MB;

/** What a person may use. Null means unlimited. */
export interface Quota {
  uploadsPerDay: number | null;
  storageBytes: number | null;
}

/** What each role may use if plans are on. */
export const ROLE_QUOTAS: Readonly<Record<Role, Quota>> = {
  free: { uploadsPerDay: 10, storageBytes: 100 * MB },
  pro: { uploadsPerDay: 100, storageBytes: 5 * GB },
  studio: { uploadsPerDay: 1000, storageBytes: 50 * GB },
  enterprise: { uploadsPerDay: null, storageBytes: null },
  admin: { uploadsPerDay: null, storageBytes: null },
};

/** Everybody's quota if plans are off. */
export const NO_LIMIT: Quota = { uploadsPerDay: null, storageBytes: null };

/** The demo account's thirteen sounds count like any upload. There must be room to try one's own. */
export const DEMO_QUOTA: Quota = { uploadsPerDay: 40, storageBytes: 250 * MB };
