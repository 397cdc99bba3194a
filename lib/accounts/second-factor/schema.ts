import { z } from "zod";
import { ownPasswordSchema } from "@/lib/accounts/schema";

/** Six digits of an authenticator, or a recovery code; spaces and dashes as people type them. */
export const codeSchema = z
  .string()
  .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^(\d{6}|[A-Z2-7]{10})$/, "Enter the six digits, or one of your recovery codes"));

export const beginSecondFactorSchema = z.object({ password: ownPasswordSchema });
export const confirmSecondFactorSchema = z.object({ code: codeSchema });
/** For what weakens the second factor: both of what it consists of. */
export const provenSchema = z.object({ password: ownPasswordSchema, code: codeSchema });

/** What an authenticator app is given: as a picture, and to type. */
export interface NewSecondFactor {
  keyUri: string;
  secret: string;
}
