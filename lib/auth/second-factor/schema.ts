import { z } from "zod";
import { ownPasswordSchema } from "@/lib/auth/schema";
import { codeSchema } from "@/lib/auth/sign-in/schema";

export const beginSecondFactorSchema = z.object({ password: ownPasswordSchema });
export const confirmSecondFactorSchema = z.object({ code: codeSchema });
/** For what weakens the second factor: both of what it consists of. */
export const provenSchema = z.object({ password: ownPasswordSchema, code: codeSchema });

/** What an authenticator app is given: as a picture, and to type. */
export interface NewSecondFactor {
  keyUri: string;
  secret: string;
}
