import "server-only";
import { notices } from "@/db/schema/notices";
import type { Work } from "@/lib/work/unit-of-work";
import type { NewNotice } from "./schema";

/** Tells people something. What they were told before, by `sameAs`, is not told again. Returns how many are new. */
export async function notify(work: Work, news: readonly NewNotice[]): Promise<number> {
  if (news.length === 0) return 0;
  const written = await work.tx
    .insert(notices)
    .values(news.map(({ details, ...notice }) => ({ ...notice, details: { ...details } })))
    .onConflictDoNothing({ target: [notices.userId, notices.sameAs] })
    .returning({ userId: notices.userId });
  for (const ownerId of new Set(written.map(({ userId }) => userId))) work.publish("notice.changed", { ownerId });
  return written.length;
}
