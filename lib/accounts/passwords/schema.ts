import { z } from "zod";
import { emailSchema, newPasswordSchema, ownPasswordSchema } from "@/lib/accounts/schema";
import { tokenSchema } from "@/lib/accounts/tokens/schema";

export const requestResetSchema = z.object({ email: emailSchema });
export const resetPasswordSchema = z.object({ token: tokenSchema, password: newPasswordSchema });

/** A person who has no password yet leaves `current` out. */
export const changePasswordSchema = z.object({
  current: ownPasswordSchema.optional(),
  password: newPasswordSchema,
});
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;
