"use server";
import { revalidatePath } from "next/cache";
import { adminAction } from "@/lib/actions/client";
import { removeOverride, setFlag, setOverride } from "./mutations";
import { removeOverrideSchema, setFlagSchema, setOverrideSchema } from "./schema";

const FLAGS_PATH = "/admin/flags";

export const setFlagAction = adminAction.inputSchema(setFlagSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setFlag(ctx, parsedInput);
  revalidatePath(FLAGS_PATH);
  return result;
});

export const setOverrideAction = adminAction.inputSchema(setOverrideSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setOverride(ctx, parsedInput);
  revalidatePath(FLAGS_PATH);
  return result;
});

export const removeOverrideAction = adminAction
  .inputSchema(removeOverrideSchema)
  .action(async ({ ctx, parsedInput }) => {
    const result = await removeOverride(ctx, parsedInput);
    revalidatePath(FLAGS_PATH);
    return result;
  });
