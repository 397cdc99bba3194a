import { z } from "zod";
import { tokenSchema } from "@/lib/accounts/tokens/schema";
import { msg } from "@/lib/language/text";

/** Who may register: everybody, whoever has an invitation, or nobody. */
export const REGISTRATION_MODES = ["open", "invitation", "closed"] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];
export const registrationModeSchema = z.enum(REGISTRATION_MODES);

const SETUP_CODE_MAX_LENGTH = 64;

/** What lets a visitor register where not everybody may. */
export const registrationEntrySchema = z.object({
  /** The token of an invitation's link. */
  invitation: tokenSchema.optional(),
  /** Makes the first account. Written as the person likes, with or without hyphens. */
  setupCode: z.string().max(SETUP_CODE_MAX_LENGTH, msg("This code is too long")).optional(),
});
export type RegistrationEntry = z.output<typeof registrationEntrySchema>;

export type RegistrationRefusal =
  | "registration_closed"
  | "invitation_needed"
  | "invitation_void"
  | "invitation_for_another"
  | "setup_code_needed"
  | "setup_code_wrong";

/** What the register page asks for. `first`: the set-up code, for the account that will administer the
 * server. */
export type RegistrationDoor = RegistrationMode | "first";
