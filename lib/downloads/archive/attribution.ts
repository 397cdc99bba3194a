import type { ListedSample } from "@/lib/downloads/data";
import type { Untagged } from "@/lib/downloads/tagged/tagged-copy";
import { oneLine } from "@/lib/format/one-line";
import { LICENCE_TEXTS } from "@/lib/gallery/licences";
import type { Licence } from "@/lib/music/rights";

/** What became of one sample. */
export type ArchiveLine = Pick<ListedSample, "row" | "fileTags" | "sha256"> &
  ({ path: string; untagged: Untagged | null } | { path: null; why: string });

const UNTAGGED: Readonly<Record<Untagged, string>> = {
  nothing_known: "Neither tempo nor key is known, so this is the original.",
  format_without_tags: "Files of this kind have no place for tempo and key, so this is the original.",
  unreadable_tags: "The tags that are there could not be changed safely, so this is the original.",
};

function licenceText(licence: Licence): string {
  const { name, url } = LICENCE_TEXTS[licence];
  return url === null ? name : `${name}, ${url}`;
}

/** Texts of other people, without line breaks that would look like lines of ours. */
const line = (name: string, value: string | number | null | undefined) =>
  value === null || value === undefined || value === "" ? [] : [`  ${name}: ${oneLine(String(value))}`];

/** Who made what, under which licence, and where it is from; at the end what is missing and why. */
export function attributionText(about: { at: Date; withTags: boolean }, lines: readonly ArchiveLine[]) {
  const there = lines.filter((one) => one.path !== null);
  const missing = lines.filter((one) => one.path === null);
  const text = [
    "Attribution",
    "",
    `Downloaded from SampleMind on ${about.at.toISOString().slice(0, 10)}.`,
    `${counted(there.length, "file")}${missing.length > 0 ? `, ${counted(missing.length, "file")} missing: see the end.` : "."}`,
    about.withTags
      ? "These are copies with tempo and key in their tags. The sound is that of the originals."
      : "These are the originals, unchanged.",
    "Titles, artists and albums are as the files say it themselves.",
  ];
  for (const one of there) text.push("", oneLine(one.path ?? ""), ...factsOf(one));
  if (missing.length > 0) text.push("", "Missing", "");
  for (const one of missing) {
    text.push(
      `${oneLine([one.row.folderPath, one.row.fileName].filter(Boolean).join("/"))}: ${"why" in one ? one.why : ""}`,
    );
  }
  return `${text.join("\r\n")}\r\n`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

function factsOf({ row, fileTags, sha256, ...one }: ArchiveLine): string[] {
  return [
    ...line("Original name", row.fileName),
    ...line("Folder", row.folderPath),
    ...line("Title", fileTags?.title),
    ...line("Artist", fileTags?.artist ?? fileTags?.albumArtist),
    ...line("Album", fileTags?.album),
    ...line("Year", fileTags?.year),
    ...line("Comment", fileTags?.comment),
    `  Licence: ${row.licence ? licenceText(row.licence) : "not stated"}`,
    ...(row.aiTraining === "not_allowed" ? ["  Not to be used for training of AI."] : []),
    ...line("Added", row.createdAt.slice(0, 10)),
    ...line("SHA-256 of the original", sha256),
    ...("untagged" in one && one.untagged ? [`  ${UNTAGGED[one.untagged]}`] : []),
  ];
}
