"use server";
import { revalidatePath } from "next/cache";
import { publicAction, userAction } from "@/lib/actions/client";
import { currentActor } from "@/lib/identity/current-actor";
import { requestVerification, verifyEmail } from "./mutations";
import { verifyEmailSchema } from "./schema";

export const verifyEmailAction = publicAction.inputSchema(verifyEmailSchema).action(async ({ ctx, parsedInput }) => {
  const actor = await currentActor();
  return verifyEmail({ ...ctx, signedInAs: actor?.id ?? null }, parsedInput);
});

export const requestVerificationAction = userAction.action(async ({ ctx }) => {
  const result = await requestVerification(ctx);
  revalidatePath("/settings");
  return result;
});
