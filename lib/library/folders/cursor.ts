/** The last folder of a page. It says nothing that the caller did not see, so it is not signed. */
export const folderCursor = (path: string): string => Buffer.from(path).toString("base64url");

/** Returns null if it is not a folder directly in `inside`. */
export function readFolderCursor(cursor: string, inside: string): string | null {
  const path = Buffer.from(cursor, "base64url").toString("utf8");
  const isBelow = path.startsWith(inside) && path.length > inside.length && !path.slice(inside.length).includes("/");
  return isBelow && folderCursor(path) === cursor && !path.includes("\0") ? path : null;
}
