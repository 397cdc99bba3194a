import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";
import { msg } from "@/lib/language/text";

/** Six digits from an authenticator app, or a recovery code. Spaces and dashes are ignored. */
export const codeSchema = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^(\d{6}|[A-Z2-7]{10})$/, msg("Enter the six digits or a recovery code")));

export const beginSecondFactorSchema = z.object({ password: ownPasswordSchema });
export const confirmSecondFactorSchema = z.object({ code: codeSchema });
/** Password and code, for changes that weaken two-factor authentication. */
export const provenSchema = z.object({ password: ownPasswordSchema, code: codeSchema });

/** The secret for an authenticator app, as a QR code's address and as text to type. */
export interface NewSecondFactor {
  keyUri: string;
  secret: string;
}
