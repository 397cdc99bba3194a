import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { headers } from "next/headers";
import { requireSession } from "@/lib/identity/loaders";
import { nonceOf, POLICY_HEADER } from "@/lib/request/security-headers";

let code: Promise<string> | null = null;

/** The bundle of the script that draws a galaxy before the page's own scripts are there, and what lets it run. */
export async function loadFirstPicture(): Promise<{ code: string; nonce: string | undefined }> {
  await requireSession();
  // Without it the picture comes later.
  code ??= readFile(join(/* turbopackIgnore: true */ process.cwd(), "dist", "galaxy-first-picture.js"), "utf8").catch(
    () => "",
  );
  // What it declares is nobody else's.
  return { code: `(() => {${await code}})()`, nonce: nonceOf((await headers()).get(POLICY_HEADER)) };
}
