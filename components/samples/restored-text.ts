import { counted, formatCount } from "@/lib/format/count";

interface Outcome {
  kind: "success" | "warning";
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
