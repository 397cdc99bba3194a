"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { beginSecondFactor, confirmSecondFactor, disableSecondFactor, renewRecoveryCodes } from "./mutations";
import { beginSecondFactorSchema, confirmSecondFactorSchema, provenSchema } from "./schema";

export const beginSecondFactorAction = userAction
  .inputSchema(beginSecondFactorSchema)
  .action(({ ctx, parsedInput }) => beginSecondFactor(ctx, parsedInput));

/** Does not revalidate the page: it is showing the recovery codes, and refreshes itself when the person closes them. */
export const confirmSecondFactorAction = userAction
  .inputSchema(confirmSecondFactorSchema)
  .action(({ ctx, parsedInput }) => confirmSecondFactor(ctx, parsedInput));

export const renewRecoveryCodesAction = userAction
  .inputSchema(provenSchema)
  .action(({ ctx, parsedInput }) => renewRecoveryCodes(ctx, parsedInput));

export const disableSecondFactorAction = userAction.inputSchema(provenSchema).action(async ({ ctx, parsedInput }) => {
  const result = await disableSecondFactor(ctx, parsedInput);
  revalidatePath("/settings");
  return result;
});
