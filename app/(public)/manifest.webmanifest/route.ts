import { loadText } from "@/lib/choices/language";
import { loadSite } from "@/lib/site/loaders";
import { manifestOf } from "@/lib/site/manifest";

/** Where the application's name and pictures are, for a device that installs it. */
export async function GET(): Promise<Response> {
  const [{ name }, t] = await Promise.all([loadSite(), loadText()]);
  return new Response(JSON.stringify(manifestOf(name, t)), {
    headers: { "Content-Type": "application/manifest+json" },
  });
}
