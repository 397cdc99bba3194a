import { z } from "zod";
import { emailSchema, nameSchema, newPasswordSchema } from "@/lib/accounts/schema";
import { ROLES } from "@/lib/identity/permissions";

export const operatorCreateSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  password: newPasswordSchema,
  /** Left out, the role is the same as after registering: admin for the first person, free for all others. */
  role: z.enum(ROLES).optional(),
});
export type OperatorCreate = z.input<typeof operatorCreateSchema>;

export const operatorRoleSchema = z.object({ email: emailSchema, role: z.enum(ROLES) });
export type OperatorRole = z.input<typeof operatorRoleSchema>;

export const operatorResetSchema = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  removeSecondFactor: z.boolean().default(false),
});
export type OperatorReset = z.input<typeof operatorResetSchema>;
