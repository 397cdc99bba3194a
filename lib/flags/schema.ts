import { z } from "zod";
import { ROLES, type Role } from "@/lib/identity/permissions";
import { msg } from "@/lib/language/text";
import { FLAG_NAMES, type FlagGroup, type FlagName } from "./constants";

/** Who gets a feature. */
export interface FlagSettings {
  /** Off means off for everyone without an override. */
  enabled: boolean;
  /** The roles that get it. Empty for all roles. */
  roles: readonly Role[];
  betaOnly: boolean;
  /** The share of people who get it, 0–100. */
  rolloutPercent: number;
}

/** The person whose access to a feature is checked. */
export interface FlagSubject {
  userId: string;
  role: Role;
  /** Whether roles are plans. If not, a choice among them tells apart only admins and everybody else. */
  plans: boolean;
  isBeta: boolean;
  /** What an admin set for this person. Undefined if there is no override. */
  override: boolean | undefined;
}

const flagSettingsSchema = z.object({
  enabled: z.boolean(),
  roles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    // Sorted and without duplicates. All roles are stored as none, so that roles added later are included.
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
  email: z.string().trim().toLowerCase().min(1, msg("Enter an e-mail address")).max(254),
  enabled: z.boolean(),
});
export type SetOverride = z.input<typeof setOverrideSchema>;

export const removeOverrideSchema = z.object({ flag: z.enum(FLAG_NAMES), userId: z.uuid() });
export type RemoveOverride = z.input<typeof removeOverrideSchema>;

/** A flag as admins see it. */
export interface FlagListing extends FlagSettings {
  name: FlagName;
  group: FlagGroup;
  description: string;
  /** Null until an admin changes it. */
  updatedAt: string | null;
  overrides: FlagOverride[];
}

export interface FlagOverride {
  userId: string;
  name: string;
  email: string;
  enabled: boolean;
}
