"use server";
import { revalidatePath } from "next/cache";
import { publicAction, userAction } from "@/lib/actions/client";
import { registerAccount, revokeOtherSessions, revokeSession } from "./mutations";
import { registerSchema, sessionIdSchema } from "./schema";

export const registerAction = publicAction.inputSchema(registerSchema).action(async ({ parsedInput }) => {
  const result = await registerAccount(parsedInput);
  return result.ok ? { ok: true as const } : result;
});

export const revokeSessionAction = userAction.inputSchema(sessionIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await revokeSession(ctx, parsedInput);
  revalidatePath("/settings");
  return result;
});

export const revokeOtherSessionsAction = userAction.action(async ({ ctx }) => {
  const result = await revokeOtherSessions(ctx);
  revalidatePath("/settings");
  return result;
});
