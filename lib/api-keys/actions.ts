"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { createApiKey, revokeApiKey, rotateApiKey } from "./mutations";
import { apiKeyIdSchema, createApiKeySchema } from "./schema";

export const createApiKeyAction = userAction.inputSchema(createApiKeySchema).action(async ({ ctx, parsedInput }) => {
  const result = await createApiKey(ctx, parsedInput);
  revalidatePath("/settings/api-keys");
  return result;
});

export const rotateApiKeyAction = userAction.inputSchema(apiKeyIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await rotateApiKey(ctx, parsedInput);
  revalidatePath("/settings/api-keys");
  return result;
});

export const revokeApiKeyAction = userAction.inputSchema(apiKeyIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await revokeApiKey(ctx, parsedInput);
  revalidatePath("/settings/api-keys");
  return result;
});
