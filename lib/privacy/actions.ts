"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { userAction } from "@/lib/actions/client";
import { requestOrigin } from "@/lib/request/request-origin";
import { keepAccount, requestDeletion } from "./deletion/mutations";
import { openExport, requestExport } from "./exports/mutations";
import { confirmedSchema } from "./schema";

export const requestExportAction = userAction.inputSchema(confirmedSchema).action(async ({ ctx, parsedInput }) => {
  const result = await requestExport(ctx, parsedInput);
  revalidatePath("/settings");
  return result;
});

export const openExportAction = userAction.inputSchema(confirmedSchema).action(async ({ ctx, parsedInput }) => {
  return openExport(ctx, parsedInput, requestOrigin(await headers()));
});

/** This also ends the session that asks, so the page has nothing left to do but leave. */
export const requestDeletionAction = userAction.inputSchema(confirmedSchema).action(async ({ ctx, parsedInput }) => {
  return requestDeletion(ctx, parsedInput);
});

export const keepAccountAction = userAction.action(async ({ ctx }) => {
  const result = await keepAccount(ctx);
  revalidatePath("/", "layout");
  return result;
});
