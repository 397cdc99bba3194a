const CONTROL_OR_DIRECTION = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name, safe to store and show: valid Unicode without control or text-direction characters. */
export function displayName(fileName: string): string {
  return fileName.toWellFormed().replace(CONTROL_OR_DIRECTION, "").trim() || "untitled";
}

/**
 * The path inside the dropped folder, without empty, `.` and `..` parts. It is only a label and never used as a path.
 */
export function displayFolder(folderPath: string): string {
  const parts = folderPath.toWellFormed().replace(CONTROL_OR_DIRECTION, "").split(/[/\\]/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}
