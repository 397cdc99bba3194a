"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { changeTags } from "./mutations";
import { changeTagsSchema } from "./schema";

export const changeTagsAction = userAction.inputSchema(changeTagsSchema).action(async ({ ctx, parsedInput }) => {
  const result = await changeTags(ctx, parsedInput);
  revalidatePath("/library");
  revalidatePath(`/samples/${parsedInput.id}`);
  return result;
});
