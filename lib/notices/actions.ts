"use server";
import { revalidatePath } from "next/cache";
import { userAction } from "@/lib/actions/client";
import { ok } from "@/lib/errors";
import { countUnread } from "./data";
import { readAllNotices, readNotice, setDigest } from "./mutations";
import { noticeIdSchema, setDigestSchema } from "./schema";

export const readNoticeAction = userAction.inputSchema(noticeIdSchema).action(async ({ ctx, parsedInput }) => {
  const result = await readNotice(ctx, parsedInput);
  revalidatePath("/notices");
  return result;
});

export const readAllNoticesAction = userAction.action(async ({ ctx }) => {
  const result = await readAllNotices(ctx);
  revalidatePath("/notices");
  return result;
});

export const setDigestAction = userAction.inputSchema(setDigestSchema).action(async ({ ctx, parsedInput }) => {
  const result = await setDigest(ctx, parsedInput);
  revalidatePath("/notices");
  return result;
});

/** For the bell, once a page was told that something changed. */
export const countUnreadAction = userAction.action(async ({ ctx }) => ok({ unread: await countUnread(ctx.actor.id) }));
