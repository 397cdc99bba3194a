"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { dismissDuplicates } from "./mutations";
import { dismissDuplicatesSchema } from "./schema";

export const dismissDuplicatesAction = userAction
  .inputSchema(dismissDuplicatesSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await dismissDuplicates(ctx, parsedInput);
    for (const id of parsedInput.ids) revalidatePath(`/samples/${id}`);
    return result;
  });
