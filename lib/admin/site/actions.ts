"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { announce, renameSite, writeLegalText } from "./mutations";
import { announceSchema, renameSiteSchema, writeLegalTextSchema } from "./schema";

/** All of it is on every page. */
const everywhere = () => revalidatePath("/", "layout");

export const renameSiteAction = adminAction.inputSchema(renameSiteSchema).action(async ({ ctx, parsedInput }) => {
  const result = await renameSite(ctx, parsedInput);
  everywhere();
  return result;
});

export const announceAction = adminAction.inputSchema(announceSchema).action(async ({ ctx, parsedInput }) => {
  const result = await announce(ctx, parsedInput);
  everywhere();
  return result;
});

export const writeLegalTextAction = adminAction
  .inputSchema(writeLegalTextSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await writeLegalText(ctx, parsedInput);
    everywhere();
    return result;
  });
