"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { answerForm, formFields } from "@/lib/actions/form-answer";
import { removeComment, writeComment } from "./mutations";
import { commentIdSchema, writeCommentSchema } from "./schema";

export const writeCommentAction = userAction.inputSchema(formFields).stateAction(async ({ ctx, parsedInput }) => {
  const answer = await answerForm(writeCommentSchema, parsedInput, (input) => writeComment(ctx, input));
  // Not if it was refused: a page that is gone would come without the form, and without what was typed.
  if (answer.isDone) revalidatePath("/gallery/[slug]", "page");
  return answer;
});

export const removeCommentAction = userAction.inputSchema(formFields).stateAction(async ({ ctx, parsedInput }) => {
  const answer = await answerForm(commentIdSchema, parsedInput, (input) => removeComment(ctx, input));
  revalidatePath("/gallery/[slug]", "page");
  return answer;
});
