import { z } from "zod";
import { type RegistrationMode, registrationModeSchema } from "@/lib/accounts/registration/schema";
import { emailSchema } from "@/lib/accounts/schema";

export const setRegistrationSchema = z.object({ mode: registrationModeSchema });

const DAYS_MAX = 90;

export const createInvitationSchema = z.object({
  /** Null for a link that anyone who has it can use, once. */
  email: emailSchema.nullable(),
  days: z.number().int().min(1).max(DAYS_MAX),
});
export type CreateInvitation = z.input<typeof createInvitationSchema>;

export const invitationSchema = z.object({ id: z.uuid() });

export const INVITATION_STATES = ["open", "used", "expired", "withdrawn"] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** An invitation as admins see it, without its token. Times are ISO 8601. */
export interface InvitationRow {
  id: string;
  /** Null for a link for anyone, and once it was used. */
  email: string | null;
  state: InvitationState;
  createdAt: string;
  expiresAt: string;
  /** The admin who made it. Null if their account is gone. */
  invitedBy: string | null;
  /** The account that was created with it. Null if there is none, or no longer. */
  registered: { id: string; name: string; email: string } | null;
}

export interface RegistrationSettings {
  mode: RegistrationMode;
  invitations: InvitationRow[];
}
