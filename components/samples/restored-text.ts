import { counted, formatCount } from "@/lib/format/count";
import type { Portions } from "./in-portions";

export interface Outcome {
  kind: "success" | "warning" | "error";
  title: string;
  description?: string;
}

/** What to say when `restored` of the `asked` samples came back from the trash. `name` is a file name, or `3 samples`. */
export function restoredText(name: string, asked: number, restored: number): Outcome {
  if (restored >= asked) return { kind: "success", title: `${name} restored` };
  if (restored === 0) {
    const they = asked === 1 ? "it was" : "they were";
    return { kind: "warning", title: `${name} not restored`, description: `Too late: ${they} deleted permanently.` };
  }
  return {
    kind: "warning",
    title: `${formatCount(restored)} of ${counted(asked, "sample")} restored`,
    description: "Too late for the others: they were deleted permanently.",
  };
}

/** What to say when the deletion of `asked` samples broke off. Nothing is claimed that is not known. */
export function brokenOffText(name: string, asked: number, { changed, failure }: Portions): Outcome {
  const why = failure === "no_answer" ? "The server did not answer." : "The server refused the others.";
  if (changed.length > 0) {
    const title = `${formatCount(changed.length)} of ${counted(asked, "sample")} deleted`;
    return { kind: "warning", title, description: `${why} Try again for the others in a moment.` };
  }
  const description = failure === "no_answer" ? why : "Nothing has changed.";
  return { kind: "error", title: `${name} could not be deleted`, description: `${description} Try again in a moment.` };
}
