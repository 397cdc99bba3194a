"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { editPublication, publishSample, withdraw } from "./mutations";
import { editPublicationSchema, publicationIdSchema, publishSchema } from "./schema";

export const publishSampleAction = userAction.inputSchema(publishSchema).action(async ({ ctx, parsedInput }) => {
  const result = await publishSample(ctx, parsedInput);
  revalidatePath(`/samples/${parsedInput.sampleId}`);
  return result;
});

export const editPublicationAction = userAction
  .inputSchema(editPublicationSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await editPublication(ctx, parsedInput);
    revalidatePath("/samples/[id]", "page");
    return result;
  });

export const withdrawAction = userAction.inputSchema(publicationIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await withdraw(ctx, parsedInput);
  revalidatePath("/samples/[id]", "page");
  return result;
});
