import type { Text } from "@/lib/language/text";
import { type Letter, paragraphs } from "@/lib/mail/letter";
import { appUrl } from "@/lib/platform/app-url";
import type { NoticeKind } from "./schema";

const NOTICES_PATH = "/notices";

// A digest has no words of strangers: a name or a comment could be an advertisement.

const LINES: Record<NoticeKind, (t: Text, count: number) => string> = {
  followed: (t, count) => t.count(count, "{count} person follows you.", "{count} people follow you."),
  commented: (t, count) =>
    t.count(count, "{count} comment on what you published.", "{count} comments on what you published."),
  new_item: (t, count) =>
    t.count(count, "{count} new sound of artists whom you follow.", "{count} new sounds of artists whom you follow."),
  taken_down: (t, count) =>
    t.count(
      count,
      "{count} sound of yours taken down by an admin. You can answer to that.",
      "{count} sounds of yours taken down by an admin. You can answer to that.",
    ),
  restored: (t, count) =>
    t.count(count, "{count} sound of yours public again.", "{count} sounds of yours public again."),
  kept_down: (t, count) =>
    t.count(
      count,
      "{count} sound of yours not public again: an admin answered you.",
      "{count} sounds of yours not public again: an admin answered you.",
    ),
  comment_removed: (t, count) =>
    t.count(count, "{count} comment of yours removed by an admin.", "{count} comments of yours removed by an admin."),
};

/** What a person has not read, in numbers, in the order of `LINES`. */
export const digestMail = (recipient: string, counts: Partial<Record<NoticeKind, number>>): Letter => ({
  recipient,
  write: (t) => ({
    subject: t("What is new for you on SampleMind"),
    body: paragraphs(
      linesOf(counts, t).join("\n"),
      t("Read it here:\n{address}", { address: appUrl(NOTICES_PATH) }),
      t("You chose to get this e-mail. On the same page you can choose to get none."),
    ),
  }),
});

function linesOf(counts: Partial<Record<NoticeKind, number>>, t: Text): string[] {
  const kinds = Object.keys(LINES) as NoticeKind[];
  return kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [`- ${LINES[kind](t, count)}`] : [];
  });
}
