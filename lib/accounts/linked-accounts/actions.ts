"use server";
import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import { userAction } from "@/lib/actions/client";
import { usesSecureCookies } from "@/lib/identity/session-cookie";
import { LINK_COOKIE, LINK_SECONDS, sealLinkIntent } from "./link-intent";
import { unlinkAccount } from "./mutations";
import { providerSchema } from "./schema";

/** Before the browser leaves for the service, remembers which session wants to link which service. */
export const beginLinkAction = userAction.inputSchema(providerSchema).action(async ({ ctx, parsedInput }) => {
  const intent = await sealLinkIntent({ sessionId: ctx.actor.sessionId ?? "", provider: parsedInput.provider });
  const secure = usesSecureCookies(await headers());
  const options = { httpOnly: true, sameSite: "lax", path: "/", maxAge: LINK_SECONDS, secure } as const;
  (await cookies()).set(LINK_COOKIE, intent, options);
  return { begun: true };
});

export const unlinkAccountAction = userAction.inputSchema(providerSchema).action(async ({ ctx, parsedInput }) => {
  const result = await unlinkAccount(ctx, parsedInput);
  revalidatePath("/settings");
  return result;
});
