"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { clearLockout } from "./mutations";
import { clearLockoutSchema } from "./schema";

export const clearLockoutAction = adminAction.inputSchema(clearLockoutSchema).action(async ({ ctx, parsedInput }) => {
  const result = await clearLockout(ctx, parsedInput);
  revalidatePath("/admin/limits");
  return result;
});
