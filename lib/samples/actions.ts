"use server";
import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { userAction } from "@/lib/actions/client";
import { deleteSamples, purgeSamples, restoreSamples, retryAnalysis, setFavourite } from "./mutations";
import { hiddenLayersSchema, sampleIdSchema, sampleIdsSchema, setFavouriteSchema } from "./schema";
import { cookieOfHiddenLayers, HIDDEN_LAYERS_COOKIE } from "./timeline-layers";

const YEAR_SECONDS = 365 * 24 * 3600;

export const deleteSamplesAction = userAction.inputSchema(sampleIdsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await deleteSamples(ctx, parsedInput);
  revalidatePath("/library");
  return result;
});

export const restoreSamplesAction = userAction.inputSchema(sampleIdsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await restoreSamples(ctx, parsedInput);
  revalidatePath("/library");
  revalidatePath("/trash");
  return result;
});

export const purgeSamplesAction = userAction.inputSchema(sampleIdsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await purgeSamples(ctx, parsedInput);
  revalidatePath("/trash");
  return result;
});

export const retryAnalysisAction = userAction.inputSchema(sampleIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await retryAnalysis(ctx, parsedInput);
  revalidatePath("/library");
  return result;
});

export const setFavouriteAction = userAction.inputSchema(setFavouriteSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setFavourite(ctx, parsedInput);
  revalidatePath("/library");
  revalidatePath(`/samples/${parsedInput.id}`);
  return result;
});

/** Stored only in this browser: small and large screens need different layers. */
export const rememberHiddenLayersAction = userAction
  .inputSchema(hiddenLayersSchema)
  .action(async ({ parsedInput: { hidden } }) => {
    const options = { path: "/samples", maxAge: YEAR_SECONDS, sameSite: "lax", httpOnly: true } as const;
    (await cookies()).set(HIDDEN_LAYERS_COOKIE, cookieOfHiddenLayers(hidden), options);
  });
