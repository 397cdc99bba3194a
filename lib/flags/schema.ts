import { z } from "zod";
import { ROLES, type Role } from "@/lib/identity/permissions";
import { FLAG_NAMES, type FlagGroup, type FlagName } from "./constants";

/** For whom a flag is on. */
export interface FlagSettings {
  /** Off is off for everybody without an override. */
  enabled: boolean;
  /** Roles that have it; empty = all. */
  roles: readonly Role[];
  betaOnly: boolean;
  /** Share of people who have it, 0 … 100. */
  rolloutPercent: number;
}

/** The person a flag is asked for. */
export interface FlagSubject {
  userId: string;
  role: Role;
  isBeta: boolean;
  /** An admin's own answer for this person; undefined where there is none. */
  override: boolean | undefined;
}

const flagSettingsSchema = z.object({
  enabled: z.boolean(),
  roles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    // In one order and once each; all of them is the same as none named, also for roles that are yet to come.
    .transform((roles) => {
      const named = ROLES.filter((role) => roles.includes(role));
      return named.length === ROLES.length ? [] : named;
    }),
  betaOnly: z.boolean(),
  rolloutPercent: z.number().int().min(0).max(100),
});

export const setFlagSchema = flagSettingsSchema.extend({ name: z.enum(FLAG_NAMES) });
export type SetFlag = z.input<typeof setFlagSchema>;

export const setOverrideSchema = z.object({
  flag: z.enum(FLAG_NAMES),
  email: z.string().trim().toLowerCase().min(1, "Enter an e-mail address").max(254),
  enabled: z.boolean(),
});
export type SetOverride = z.input<typeof setOverrideSchema>;

export const removeOverrideSchema = z.object({ flag: z.enum(FLAG_NAMES), userId: z.uuid() });
export type RemoveOverride = z.input<typeof removeOverrideSchema>;

/** A flag as an admin sees it. */
export interface FlagListing extends FlagSettings {
  name: FlagName;
  group: FlagGroup;
  description: string;
  exists: boolean;
  /** Null until an admin has changed it. */
  updatedAt: string | null;
  overrides: FlagOverride[];
}

export interface FlagOverride {
  userId: string;
  name: string;
  email: string;
  enabled: boolean;
}
