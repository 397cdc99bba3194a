import { z } from "zod";
import { tokenSchema } from "@/lib/accounts/tokens/schema";
import type { RequestFacts } from "@/lib/request/request-facts";

/** Who may register: everybody, whoever has an invitation, or nobody. */
export const REGISTRATION_MODES = ["open", "invitation", "closed"] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];
export const registrationModeSchema = z.enum(REGISTRATION_MODES);

const SETUP_CODE_MAX_LENGTH = 64;

/** What lets a visitor register where not everybody may. */
export const registrationEntrySchema = z.object({
  /** The token of an invitation's link. */
  invitation: tokenSchema.optional(),
  /** Makes the first account from another machine. Written as the person likes, with or without hyphens. */
  setupCode: z.string().max(SETUP_CODE_MAX_LENGTH, "This code is too long").optional(),
});
export type RegistrationEntry = z.output<typeof registrationEntrySchema>;

/** Somebody who wants to register. */
export interface Visitor extends RequestFacts {
  /** Whether the request comes straight from this machine. */
  isLocal: boolean;
}

export type RegistrationRefusal =
  | "registration_closed"
  | "invitation_needed"
  | "invitation_void"
  | "invitation_for_another"
  | "setup_code_needed"
  | "setup_code_wrong";

/** What the register page asks for. `first`: this account will administer the server. */
export type RegistrationDoor = RegistrationMode | "first" | "first-with-code";
