import { counted } from "@/lib/format/count";
import type { Mail } from "@/lib/mail/transport";
import { appUrl } from "@/lib/platform/app-url";
import type { NoticeKind } from "./schema";

const NOTICES_PATH = "/notices";

// A digest has no words of strangers: a name or a comment could be an advertisement.

const LINES: Record<NoticeKind, (count: number) => string> = {
  followed: (count) => `${count === 1 ? "1 person follows" : `${count} people follow`} you.`,
  commented: (count) => `${counted(count, "comment")} on what you published.`,
  new_item: (count) => `${counted(count, "new sound")} of artists whom you follow.`,
  taken_down: (count) => `${counted(count, "sound")} of yours taken down by an admin. You can answer to that.`,
  restored: (count) => `${counted(count, "sound")} of yours public again.`,
  kept_down: (count) => `${counted(count, "sound")} of yours not public again: an admin answered you.`,
  comment_removed: (count) => `${counted(count, "comment")} of yours removed by an admin.`,
};

/** What a person has not read, in numbers, in the order of `LINES`. */
export function digestMail(recipient: string, counts: Partial<Record<NoticeKind, number>>): Mail {
  const kinds = Object.keys(LINES) as NoticeKind[];
  const lines = kinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [`- ${LINES[kind](count)}`] : [];
  });
  return {
    recipient,
    subject: "What is new for you on SampleMind",
    body: `${[
      lines.join("\n"),
      `Read it here:\n${appUrl(NOTICES_PATH)}`,
      "You chose to get this e-mail. On the same page you can choose to get none.",
    ].join("\n\n")}\n`,
  };
}
