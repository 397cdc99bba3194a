"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { readMail, retryMail } from "./mutations";
import { mailSchema } from "./schema";

export const readMailAction = adminAction.inputSchema(mailSchema).action(async ({ ctx, parsedInput }) => {
  return readMail(ctx, parsedInput);
});

export const retryMailAction = adminAction.inputSchema(mailSchema).action(async ({ ctx, parsedInput }) => {
  const result = await retryMail(ctx, parsedInput);
  revalidatePath("/admin/mail");
  return result;
});
