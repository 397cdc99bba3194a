"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { askTrySounds, endChecklist, noteStep } from "./mutations";
import { noteStepSchema } from "./schema";

/** Nothing is read anew: the list is on another page. */
export const noteStepAction = userAction
  .inputSchema(noteStepSchema)
  .action(async ({ ctx, parsedInput }) => noteStep(ctx, parsedInput));

export const endChecklistAction = userAction.action(async ({ ctx }) => {
  const result = await endChecklist(ctx);
  revalidatePath("/dashboard");
  return result;
});

export const askTrySoundsAction = userAction.action(async ({ ctx }) => askTrySounds(ctx));
