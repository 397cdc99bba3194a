"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { answerSuggestions } from "./mutations";
import { answerSuggestionsSchema } from "./schema";

export const answerSuggestionsAction = userAction
  .inputSchema(answerSuggestionsSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await answerSuggestions(ctx, parsedInput);
    revalidatePath("/library");
    revalidatePath(`/samples/${parsedInput.id}`);
    return result;
  });
