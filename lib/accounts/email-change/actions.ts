"use server";
import { revalidatePath } from "next/cache";
import { publicAction, userAction } from "@/lib/actions/client";
import { currentActor } from "@/lib/identity/current-actor";
import { cancelEmailChange, confirmEmailChange, requestEmailChange } from "./mutations";
import { confirmEmailChangeSchema, requestEmailChangeSchema } from "./schema";

export const requestEmailChangeAction = userAction
  .inputSchema(requestEmailChangeSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await requestEmailChange(ctx, parsedInput);
    revalidatePath("/settings");
    return result;
  });

export const cancelEmailChangeAction = userAction.action(async ({ ctx }) => {
  const result = await cancelEmailChange(ctx);
  revalidatePath("/settings");
  return result;
});

export const confirmEmailChangeAction = publicAction
  .inputSchema(confirmEmailChangeSchema)
  .action(async ({ ctx, parsedInput }) => {
    const actor = await currentActor();
    return confirmEmailChange({ ...ctx, signedInAs: actor?.id ?? null }, parsedInput);
  });
