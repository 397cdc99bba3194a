import { z } from "zod";
import type { DeviceSession } from "@/lib/accounts/schema";
import { pageNumber, searchText } from "@/lib/admin/page-query";
import { ROLES, type Role } from "@/lib/identity/permissions";
import { msg } from "@/lib/language/text";
import type { DataExport } from "@/lib/privacy/schema";
import type { Quota } from "@/lib/quotas/constants";
import type { Usage } from "@/lib/quotas/schema";

export const PERSON_STATES = ["active", "suspended", "unverified", "leaving", "beta"] as const;
export const PERSON_ORDERS = ["newest", "name", "last-seen", "storage"] as const;

/** The filters of the list of accounts, from the page's address. Unknown values count as not set. */
export const peopleQuerySchema = z.object({
  q: searchText,
  role: z.enum(ROLES).nullable().catch(null),
  state: z.enum(PERSON_STATES).nullable().catch(null),
  sort: z.enum(PERSON_ORDERS).catch("newest"),
  page: pageNumber,
});
export type PeopleQuery = z.output<typeof peopleQuerySchema>;

/** One account in the list. Times are ISO 8601. */
export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** As pages name it. */
  roleName: string;
  isDemo: boolean;
  isBeta: boolean;
  isVerified: boolean;
  /** The person cannot sign in until the address is confirmed. */
  mustVerify: boolean;
  suspendedAt: string | null;
  deletionRequestedAt: string | null;
  createdAt: string;
  lastSeenAt: string | null;
  samples: number;
  storedBytes: number;
}

/** An API key as admins see it, never with its secret or hash. */
export interface PersonKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedAddress: string | null;
}

export interface PersonDetail extends PersonRow {
  hasPassword: boolean;
  hasSecondFactor: boolean;
  services: string[];
  /** The quota if an admin sets no other. */
  givenQuota: Quota;
  uploadsPerDayOverride: number | null;
  storageBytesOverride: number | null;
  /** Null unless the account is scheduled for deletion. */
  leaving: { goesAt: string; latestExport: DataExport | null } | null;
}

/** The parts of an account that its page loads separately. */
export interface PersonActivity {
  usage: Usage;
  sessions: DeviceSession[];
  keys: PersonKey[];
}

const id = z.uuid();

export const personSchema = z.object({ id });
export const changeRoleSchema = z.object({ id, role: z.enum(ROLES) });
export const setBetaSchema = z.object({ id, isBeta: z.boolean() });

const UPLOADS_MAX = 1_000_000;
const STORAGE_MAX_BYTES = 1024 ** 5;

/** Null for no quota of the person's own. */
export const setQuotaSchema = z.object({
  id,
  uploadsPerDay: z
    .number()
    .int(msg("Enter a whole number"))
    .min(0, msg("At least 0"))
    .max(UPLOADS_MAX, msg("At most 1,000,000"))
    .nullable(),
  storageBytes: z.number().int().min(0, msg("At least 0")).max(STORAGE_MAX_BYTES, msg("At most 1 PB")).nullable(),
});

export type ChangeRole = z.input<typeof changeRoleSchema>;
export type SetBeta = z.input<typeof setBetaSchema>;
export type SetQuota = z.input<typeof setQuotaSchema>;
export type PersonId = z.input<typeof personSchema>;

/** Why a change to an account was refused. */
export type PersonRefusal = "not_found" | "yourself" | "last_admin" | "demo_account" | "leaving" | "no_change";
