"use server";
import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { publicAction, userAction } from "@/lib/actions/client";
import { requestedLanguage } from "@/lib/choices/requested-language";
import { registerPerson } from "./mutations";
import { registerSchema, sessionIdSchema } from "./schema";
import { revokeOtherSessions, revokeSession } from "./sessions/mutations";

export const registerAction = publicAction.inputSchema(registerSchema).action(async ({ ctx, parsedInput }) => {
  const jar = await cookies();
  const language = requestedLanguage(await headers(), (name) => jar.get(name)?.value);
  return registerPerson({ ...ctx, language }, parsedInput);
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
