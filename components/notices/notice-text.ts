import type { Text } from "@/lib/language/text";
import type { Notice } from "@/lib/notices/schema";

/** What a notice says, in one sentence. */
export function noticeText({ kind, who, title }: Pick<Notice, "kind" | "who" | "title">, t: Text): string {
  const somebody = who ?? t("Somebody");
  switch (kind) {
    case "followed":
      return t("{who} follows you.", { who: somebody });
    case "commented":
      return title === null
        ? t("{who} commented on a sound that is no longer public.", { who: somebody })
        : t("{who} commented on “{title}”.", { who: somebody, title });
    case "new_item":
      return published(who ?? t("An artist whom you follow"), title, t);
    case "taken_down":
      return title === null
        ? t("An admin took a sound of yours down. You can answer to that on its page.")
        : t("An admin took “{title}” down. You can answer to that on its page.", { title });
    case "kept_down":
      return title === null
        ? t("An admin read your answer: a sound of yours stays down.")
        : t("An admin read your answer: “{title}” stays down.", { title });
    case "restored":
      return title === null
        ? t("An admin read your answer: a sound of yours is public again.")
        : t("An admin read your answer: “{title}” is public again.", { title });
    case "comment_removed":
      return title === null
        ? t("An admin removed your comment on a sound that is no longer public.")
        : t("An admin removed your comment on “{title}”.", { title });
  }
}

const published = (who: string, title: string | null, t: Text) =>
  title === null
    ? t("{who} published a sound that is no longer public.", { who })
    : t("{who} published “{title}”.", { who, title });
