import { Heart } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { GalleryList } from "@/components/gallery/gallery-list";
import { FollowingTabs } from "@/components/reactions/following-tabs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadFavourites } from "@/lib/reactions/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Favourites of the gallery") };
}

interface FavouritesPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function FavouritesPage({ searchParams }: FavouritesPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={t("Favourites")} description={t("What you like best in the gallery, the last first.")} />
      <FollowingTabs current="/following/favourites" />
      <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
        <Favourites searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Favourites({ searchParams }: FavouritesPageProps) {
  const t = await loadText();
  const { after } = await searchParams;
  const { items, nextCursor } = await loadFavourites(typeof after === "string" ? after : null);
  if (items.length === 0 && nextCursor === null) {
    return (
      <EmptyState
        icon={Heart}
        title={t("No favourites yet")}
        description={t(
          "Open a sound in the gallery and choose Favourite: it then stands here, as long as it is public.",
        )}
        action={<ButtonLink href="/gallery">{t("Open the gallery")}</ButtonLink>}
      />
    );
  }
  return (
    <>
      {/* The titles of the cards are headings below one. */}
      <h2 className="sr-only">{t("Favourites of the gallery")}</h2>
      <GalleryList label={t("Favourites")} items={items} />
      {nextCursor === null ? null : (
        <ButtonLink href={`/following/favourites?after=${encodeURIComponent(nextCursor)}`} className="mt-6">
          {t("More")}
        </ButtonLink>
      )}
    </>
  );
}
