import { ENGLISH, type Text } from "@/lib/language/text";
import type { Portions } from "./in-portions";

export interface Outcome {
  kind: "success" | "warning" | "error";
  title: string;
  description?: string;
}

/** What to say when `restored` of the `asked` samples came back from the trash. `name` is a file name, or `3 samples`. */
export function restoredText(name: string, asked: number, restored: number, t: Text = ENGLISH): Outcome {
  if (restored >= asked) return { kind: "success", title: t("{name} restored", { name }) };
  if (restored === 0) {
    const description =
      asked === 1 ? t("Too late: it was deleted permanently.") : t("Too late: they were deleted permanently.");
    return { kind: "warning", title: t("{name} not restored", { name }), description };
  }
  return {
    kind: "warning",
    title: t.count(asked, "{done} of {count} sample restored", "{done} of {count} samples restored", {
      done: restored,
    }),
    description: t("Too late for the others: they were deleted permanently."),
  };
}

/** What to say when the deletion of `asked` samples broke off. Nothing is claimed that is not known. */
export function brokenOffText(name: string, asked: number, { changed, failure }: Portions, t: Text = ENGLISH): Outcome {
  const isUnanswered = failure === "no_answer";
  if (changed.length > 0) {
    const title = t.count(asked, "{done} of {count} sample deleted", "{done} of {count} samples deleted", {
      done: changed.length,
    });
    const description = isUnanswered
      ? t("The server did not answer. Try again for the others in a moment.")
      : t("The server refused the others. Try again for the others in a moment.");
    return { kind: "warning", title, description };
  }
  const description = isUnanswered
    ? t("The server did not answer. Try again in a moment.")
    : t("Nothing has changed. Try again in a moment.");
  return { kind: "error", title: t("{name} could not be deleted", { name }), description };
}
