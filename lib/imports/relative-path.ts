import { isUtf8 } from "node:buffer";
import { oneLine } from "@/lib/format/one-line";
import { pathOf, shownPath } from "@/lib/format/path-bytes";
import { PATH_MAX_BYTES } from "./constants";

const SLASH = 0x2f;

/** The names of a path, in order. */
export function namesOf(path: Buffer): Buffer[] {
  const names: Buffer[] = [];
  for (let start = 0; start < path.length; ) {
    const end = path.indexOf(SLASH, start);
    const stop = end < 0 ? path.length : end;
    names.push(path.subarray(start, stop));
    start = stop + 1;
  }
  return names;
}

/** The path below a folder; the name itself at the top. */
export const inside = (folder: Buffer, name: Buffer): Buffer =>
  folder.length === 0 ? name : Buffer.concat([folder, Buffer.from([SLASH]), name]);

/** A real path followed by one below it. */
export function below(root: Buffer, path: Buffer): Buffer {
  if (path.length === 0) return root;
  return root.at(-1) === SLASH ? Buffer.concat([root, path]) : inside(root, path);
}

export const isBelow = (path: Buffer, folder: Buffer): boolean =>
  path.length > folder.length && path[folder.length] === SLASH && path.subarray(0, folder.length).equals(folder);

/** The folder of a path; empty at the top. */
export const folderOf = (path: Buffer): Buffer => path.subarray(0, Math.max(0, path.lastIndexOf(SLASH)));
export const nameOf = (path: Buffer): Buffer => path.subarray(path.lastIndexOf(SLASH) + 1);

const isPlainName = (name: Buffer) =>
  name.length > 0 && !name.includes(0) && !name.equals(Buffer.from(".")) && !name.equals(Buffer.from(".."));

/**
 * The path that a person chose, as the choice of folders gave it: bytes in base64url. Null if it is none that lies
 * below its directory.
 */
export function readPath(token: string): Buffer | null {
  const path = Buffer.from(token, "base64url");
  if (path.toString("base64url") !== token || path.length > PATH_MAX_BYTES) return null;
  return path.length === 0 || (namesOf(path).every(isPlainName) && path.at(-1) !== SLASH) ? path : null;
}

export const pathToken = (path: Buffer): string => path.toString("base64url");

/** One name for people: one line, bytes that are no text escaped. */
export const shownName = (name: Buffer): string =>
  oneLine(isUtf8(name) ? name.toString("utf8") : shownPath(pathOf(name))) || "untitled";

/** A path for people. A name cannot add parts to it: it has no slash. */
export const shownParts = (path: Buffer): string => namesOf(path).map(shownName).join("/");
