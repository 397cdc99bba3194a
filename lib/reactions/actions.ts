"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { answerForm, formFields } from "@/lib/actions/form-answer";
import { setFollow, setPublicFavourite } from "./mutations";
import { setFollowSchema, setPublicFavouriteSchema } from "./schema";

export const setFollowAction = userAction.inputSchema(formFields).stateAction(async ({ ctx, parsedInput }) => {
  const answer = await answerForm(setFollowSchema, parsedInput, (input) => setFollow(ctx, input));
  revalidatePath("/artists/[handle]", "page");
  return answer;
});

export const setPublicFavouriteAction = userAction.inputSchema(formFields).stateAction(async ({ ctx, parsedInput }) => {
  const answer = await answerForm(setPublicFavouriteSchema, parsedInput, (input) => setPublicFavourite(ctx, input));
  revalidatePath("/gallery/[slug]", "page");
  return answer;
});
