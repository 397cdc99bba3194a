/** File name extensions of what the analyser reads. The one list for page, API and CLI. */
export const AUDIO_EXTENSIONS = [
  ...["wav", "wave", "bwf", "rf64", "w64", "aif", "aiff", "aifc", "flac", "mp3"],
  ...["ogg", "oga", "opus", "m4a", "m4b", "mp4", "aac", "caf", "au", "snd"],
] as const;
/** The same as a browser or a system wants to have it, which then offers no other files. */
export const AUDIO_FILES: string[] = ["audio/*", ...AUDIO_EXTENSIONS.map((extension) => `.${extension}`)];
const EXTENSIONS: ReadonlySet<string> = new Set(AUDIO_EXTENSIONS);

/** What systems and devices leave beside a person's files, in lower case. Nobody means to upload these. */
const SYSTEM_FILES = new Set([".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini", ".localized", "icon\r"]);
const SYSTEM_FOLDERS = new Set([
  ...["__macosx", ".appledouble", ".spotlight-v100", ".trashes", ".trash", ".fseventsd", ".temporaryitems"],
  ...["@eadir", "#recycle", "$recycle.bin", "system volume information", "lost+found"],
]);

/** Why a file in a folder is not tried: a system left it there, it is hidden, or its name is not that of audio. */
export type LeftOutReason = "system" | "hidden" | "not_audio";

/** The part after the last dot, in lower case; empty for `song`, `.hidden` and `name.`. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : "";
}

/** Whether a name ends as audio does. What is inside is another matter: only the analyser knows. */
export function isNamedAudio(fileName: string): boolean {
  return EXTENSIONS.has(extensionOf(fileName));
}

/**
 * Why a file found in a folder is left out, or null if it is tried. `path` is its path inside the folder, with `/`
 * between the names. `._kick.wav` is no recording: macOS keeps a file's attributes under that name.
 */
export function leftOutReason(path: string): LeftOutReason | null {
  const names = path.split("/").filter((name) => name !== "");
  const fileName = names.pop() ?? "";
  const isSystems = fileName.startsWith("._") || SYSTEM_FILES.has(fileName.toLowerCase());
  if (isSystems || names.some(isSystemFolder)) return "system";
  if (fileName.startsWith(".") || names.some((name) => /^\.[^.]/.test(name))) return "hidden";
  return isNamedAudio(fileName) ? null : "not_audio";
}

/** A folder that a system made for itself, such as `__MACOSX` in archives that macOS packed. */
export function isSystemFolder(name: string): boolean {
  return SYSTEM_FOLDERS.has(name.toLowerCase());
}
