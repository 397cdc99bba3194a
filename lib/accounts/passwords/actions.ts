"use server";
import { revalidatePath } from "next/cache";
import { publicAction, userAction } from "@/lib/actions/client";
import { changePassword, requestPasswordReset, resetPasswordByLink } from "./mutations";
import { changePasswordSchema, requestResetSchema, resetPasswordSchema } from "./schema";

export const changePasswordAction = userAction
  .inputSchema(changePasswordSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await changePassword(ctx, parsedInput);
    revalidatePath("/settings");
    return result;
  });

export const requestPasswordResetAction = publicAction
  .inputSchema(requestResetSchema)
  .action(async ({ ctx, parsedInput }) => {
    await requestPasswordReset(ctx, parsedInput);
    return { asked: true };
  });

export const resetPasswordAction = publicAction
  .inputSchema(resetPasswordSchema)
  .action(async ({ ctx, parsedInput }) => {
    return resetPasswordByLink(ctx, parsedInput);
  });
