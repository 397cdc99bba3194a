/** Whether a browser already has what is to be sent. */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag.replace(/^W\//, "")) || tags.includes("*");
}
