"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { saveArtist } from "./mutations";
import { saveArtistSchema } from "./schema";

export const saveArtistAction = userAction.inputSchema(saveArtistSchema).action(async ({ ctx, parsedInput }) => {
  const result = await saveArtist(ctx, parsedInput);
  revalidatePath("/settings");
  return result;
});
