import { z } from "zod";
import { publicLine } from "@/lib/format/public-text";
import type { Viewer } from "@/lib/identity/schema";
import { msg } from "@/lib/language/text";
import { PASSWORD_MIN_LENGTH } from "./constants";
import { registrationEntrySchema } from "./registration/schema";

/** argon2 reads every byte of its input, so this limits how much a stranger can make it read. */
const PASSWORD_MAX_BYTES = 256;
const NAME_MAX_LENGTH = 80;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(
    z.email(msg("Enter an e-mail address such as name@example.com")).max(254, msg("This e-mail address is too long")),
  );

const withinBytes = (text: string) => new TextEncoder().encode(text).length <= PASSWORD_MAX_BYTES;

export const emailSchema = email;

export const newPasswordSchema = z
  .string()
  .min(PASSWORD_MIN_LENGTH, msg`Use at least ${PASSWORD_MIN_LENGTH} characters`)
  .refine(withinBytes, msg`Use at most ${PASSWORD_MAX_BYTES} characters`);

/** For a current password. Not stricter than this, because a password that no account can have is simply wrong. */
export const ownPasswordSchema = z
  .string()
  .min(1, msg("Enter your password"))
  .refine(withinBytes, msg`Use at most ${PASSWORD_MAX_BYTES} characters`);

export const nameSchema = z
  .string()
  .transform(publicLine)
  .pipe(z.string().min(1, msg("Enter a name")).max(NAME_MAX_LENGTH, msg`Use at most ${NAME_MAX_LENGTH} characters`));

export const newAccountSchema = z.object({ name: nameSchema, email, password: newPasswordSchema });
export type NewAccountInput = z.input<typeof newAccountSchema>;

export const registerSchema = newAccountSchema.extend(registrationEntrySchema.shape);
export type RegisterInput = z.input<typeof registerSchema>;
export type RegisterOutput = z.output<typeof registerSchema>;

export const signInSchema = z.object({ email, password: ownPasswordSchema });
export type SignInInput = z.input<typeof signInSchema>;

/** One signed-in browser. Times are ISO 8601. */
export interface DeviceSession {
  id: string;
  userAgent: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

/** A person's profile, as their settings show it. */
export interface ProfileSettings extends Viewer {
  /** As pages name it. */
  roleName: string;
  hasPassword: boolean;
  isEmailVerified: boolean;
  mailIsSent: boolean;
  /** Null unless a change of the address is pending. */
  pendingEmail: { email: string; expiresAt: string } | null;
}

/** How a person signs in, as their settings show it. */
export interface SecuritySettings {
  isDemo: boolean;
  hasPassword: boolean;
  /** Null if two-factor authentication is off. */
  secondFactor: { recoveryCodesLeft: number } | null;
}

export const sessionIdSchema = z.object({ id: z.uuid() });
