import type { Metadata } from "next";
import { Suspense } from "react";
import { LinkOver } from "@/components/collections/link-over";
import { SharedCollection } from "@/components/collections/shared-collection";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadSharedPage } from "@/lib/collections/sharing/loaders";

interface SharedPageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}

/** Found by no search engine, and its address is told to nobody. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return {
    title: t("Shared collection"),
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export default function SharedPage(props: SharedPageProps) {
  return (
    <main id="content" className="flex-1 py-10">
      <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
        <Loaded {...props} />
      </Suspense>
    </main>
  );
}

async function Loaded({ params, searchParams }: SharedPageProps) {
  const t = await loadText();
  const [{ token }, { cursor }] = await Promise.all([params, searchParams]);
  const page = await loadSharedPage(token, typeof cursor === "string" ? cursor : null);
  if (page === "limited") return <p role="alert">{t("Too many requests. Wait a minute, then reload the page.")}</p>;
  if (!page) return <LinkOver />;
  const { nextCursor, expiresAt: _, ...shown } = page;
  const nextHref = nextCursor && `/shared/${token}?cursor=${encodeURIComponent(nextCursor)}`;
  return <SharedCollection {...shown} token={token} nextHref={nextHref} />;
}
