import { loadSite } from "@/lib/site/loaders";
import { manifestOf } from "@/lib/site/manifest";

/** Where the application's name and pictures are, for a device that installs it. */
export async function GET(): Promise<Response> {
  const { name } = await loadSite();
  return new Response(JSON.stringify(manifestOf(name)), { headers: { "Content-Type": "application/manifest+json" } });
}
