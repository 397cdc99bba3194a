"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { deleteSamples, restoreSamples, retryAnalysis } from "./mutations";
import { sampleIdSchema, sampleIdsSchema } from "./schema";

export const deleteSamplesAction = userAction.inputSchema(sampleIdsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await deleteSamples(ctx, parsedInput);
  revalidatePath("/library");
  return result;
});

export const restoreSamplesAction = userAction.inputSchema(sampleIdsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await restoreSamples(ctx, parsedInput);
  revalidatePath("/library");
  return result;
});

export const retryAnalysisAction = userAction.inputSchema(sampleIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await retryAnalysis(ctx, parsedInput);
  revalidatePath("/library");
  return result;
});
