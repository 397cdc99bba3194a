"use server";
import { revalidatePath } from "next/cache";
import { adminAction, publicAction, userAction } from "@/lib/actions/client";
import { answerForm, formFields } from "@/lib/actions/form-answer";
import { currentActor } from "@/lib/identity/current-actor";
import { answerAppeal, answerReports, appealTakeDown, reportPublic } from "./mutations";
import { answerAppealSchema, answerReportsSchema, appealSchema, reportSchema } from "./schema";

export const reportAction = publicAction.inputSchema(formFields).stateAction(async ({ ctx, parsedInput }) => {
  const reporter = { userId: (await currentActor())?.id ?? null, facts: ctx };
  return answerForm(reportSchema, parsedInput, (input) => reportPublic(reporter, input));
});

export const answerReportsAction = adminAction.inputSchema(answerReportsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await answerReports(ctx, parsedInput);
  revalidatePath("/admin/reports");
  return result;
});

export const answerAppealAction = adminAction.inputSchema(answerAppealSchema).action(async ({ ctx, parsedInput }) => {
  const result = await answerAppeal(ctx, parsedInput);
  revalidatePath("/admin/reports");
  return result;
});

export const appealAction = userAction.inputSchema(appealSchema).action(async ({ ctx, parsedInput }) => {
  const result = await appealTakeDown(ctx, parsedInput);
  revalidatePath("/samples/[id]", "page");
  return result;
});
