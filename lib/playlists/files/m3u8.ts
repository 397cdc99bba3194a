import { oneLine } from "@/lib/format/one-line";
import { type FileSet, folderParts, relativePaths, titleOf } from "./file-track";

/** An extended M3U list in UTF-8. Without a folder, the paths are relative to where the list lies. */
export function writeM3u8(set: FileSet): string {
  const { name, tracks, folder } = set;
  const paths = relativePaths(set);
  const lines = tracks.flatMap((track, index) => {
    const seconds = track.durationSeconds === null ? -1 : Math.round(track.durationSeconds);
    const title = [track.artist, titleOf(track)].filter((part) => part !== null).join(" - ");
    return [`#EXTINF:${seconds},${oneLine(title)}`, located(folder, paths[index] ?? "")];
  });
  return `${["#EXTM3U", `#PLAYLIST:${oneLine(name)}`, ...lines].join("\n")}\n`;
}

function located(folder: string, path: string): string {
  if (folder === "") return path;
  const { drive, parts } = folderParts(folder);
  return drive ? [drive, ...parts, ...path.split("/")].join("\\") : `/${[...parts, path].join("/")}`;
}
