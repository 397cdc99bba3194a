"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { renameAccount } from "./mutations";
import { renameSchema } from "./schema";

export const renameAction = userAction.inputSchema(renameSchema).action(async ({ ctx, parsedInput }) => {
  const result = await renameAccount(ctx, parsedInput);
  // The name is in the layout of every page.
  revalidatePath("/", "layout");
  return result;
});
