import type { Metadata } from "next";
import { LinkOver } from "@/components/collections/link-over";

export const metadata: Metadata = { title: "Shared collection", robots: { index: false, follow: false } };

/** What the proxy shows, with the status 404, in the place of a link that does not work. */
export default function LinkOverPage() {
  return (
    <main id="content" className="flex-1 py-10">
      <LinkOver />
    </main>
  );
}
