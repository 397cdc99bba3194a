"use server";
import { cookies } from "next/headers";
import { userAction } from "@/lib/actions/client";
import { CHOICES_COOKIE, CHOICES_COOKIE_OPTIONS, choicesOfCookie, cookieOfChoices } from "./choice-cookie";
import { choose } from "./mutations";
import { chooseByFormSchema, chooseSchema } from "./schema";

/** The browser has shown the choice and has set the cookie already. */
export const chooseAction = userAction
  .inputSchema(chooseSchema)
  .action(async ({ ctx, parsedInput }) => choose(ctx, parsedInput));

/** Where no script runs, the answer is the page, drawn with the cookie that is set here. */
export const chooseByFormAction = userAction.inputSchema(chooseByFormSchema).action(async ({ ctx, parsedInput }) => {
  const result = await choose(ctx, parsedInput);
  const jar = await cookies();
  const mirrored = { ...choicesOfCookie(jar.get(CHOICES_COOKIE)?.value), ...parsedInput };
  jar.set(CHOICES_COOKIE, cookieOfChoices(mirrored), CHOICES_COOKIE_OPTIONS);
  return result;
});
