import type { Notice } from "@/lib/notices/schema";

/** What a notice says, in one sentence. */
export function noticeText({ kind, who, title }: Pick<Notice, "kind" | "who" | "title">): string {
  const somebody = who ?? "Somebody";
  const sound = title === null ? "a sound that is no longer public" : `“${title}”`;
  switch (kind) {
    case "followed":
      return `${somebody} follows you.`;
    case "commented":
      return `${somebody} commented on ${sound}.`;
    case "new_item":
      return `${who ?? "An artist whom you follow"} published ${sound}.`;
    case "taken_down":
      return `An admin took ${title === null ? "a sound of yours" : sound} down. You can answer to that on its page.`;
    case "kept_down":
      return `An admin read your answer: ${title === null ? "a sound of yours" : sound} stays down.`;
    case "restored":
      return `An admin read your answer: ${title === null ? "a sound of yours" : sound} is public again.`;
    case "comment_removed":
      return `An admin removed your comment on ${sound}.`;
  }
}
