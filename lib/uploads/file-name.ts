import { oneLine } from "@/lib/format/one-line";

/** A file's name, safe to store and show. */
export function displayName(fileName: string): string {
  return oneLine(fileName) || "untitled";
}

/**
 * The path inside the dropped folder, without empty, `.` and `..` parts. It is only a label and never used as a path.
 */
export function displayFolder(folderPath: string): string {
  return oneLine(folderPath)
    .split(/[/\\]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}
