"use server";
import { cookies, headers } from "next/headers";
import { publicAction } from "@/lib/actions/client";
import { usesSecureCookies } from "@/lib/identity/session-cookie";
import { ENTRY_COOKIE, ENTRY_SECONDS, sealEntry } from "./entry-cookie";
import { registrationEntrySchema } from "./schema";

/** Before the browser leaves for another service, remembers what lets the visitor register. */
export const keepEntryAction = publicAction.inputSchema(registrationEntrySchema).action(async ({ parsedInput }) => {
  const secure = usesSecureCookies(await headers());
  const options = { httpOnly: true, sameSite: "lax", path: "/", maxAge: ENTRY_SECONDS, secure } as const;
  (await cookies()).set(ENTRY_COOKIE, await sealEntry(parsedInput), options);
  return { kept: true };
});
