import { UserPlus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { GalleryList } from "@/components/gallery/gallery-list";
import { FollowedArtists } from "@/components/reactions/followed-artists";
import { FollowingTabs } from "@/components/reactions/following-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadFollowed } from "@/lib/reactions/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Following") };
}

interface FollowingPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function FollowingPage({ searchParams }: FollowingPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("Following")}
        description={t("The artists of the gallery whom you follow, and what they show.")}
      />
      <FollowingTabs current="/following" />
      <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
        <Followed searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Followed({ searchParams }: FollowingPageProps) {
  const t = await loadText();
  const { after } = await searchParams;
  const { artists, items, nextCursor } = await loadFollowed(typeof after === "string" ? after : null);
  if (artists.length === 0) {
    return (
      <EmptyState
        icon={UserPlus}
        title={t("You follow nobody yet")}
        description={t(
          "Open the page of an artist and choose Follow: what they publish then stands here, the newest first.",
        )}
        action={<ButtonLink href="/gallery">{t("Open the gallery")}</ButtonLink>}
      />
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <FollowedArtists artists={artists} nowMs={Date.now()} />
      <section>
        <h2 className="eyebrow mb-3">{t("New from them")}</h2>
        {items.length === 0 ? (
          <p className="text-muted-foreground text-sm">{t("They show nothing here now.")}</p>
        ) : (
          <GalleryList label={t("New from them")} items={items} />
        )}
        {nextCursor === null ? null : (
          <ButtonLink href={`/following?after=${encodeURIComponent(nextCursor)}`} className="mt-6">
            {t("More")}
          </ButtonLink>
        )}
      </section>
    </div>
  );
}
