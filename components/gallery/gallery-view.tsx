import { Images } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { HelpLink } from "@/components/ui/help-link";
import type { CardItem } from "@/lib/gallery/schema";
import { helpAddress } from "@/lib/help/addresses";
import { GalleryList } from "./gallery-list";
import { GallerySearch } from "./gallery-search";
import { MoreItems } from "./more-items";

export interface GalleryViewProps {
  query: string;
  problems: readonly string[];
  items: readonly CardItem[];
  trending: readonly CardItem[];
  nextCursor: string | null;
  isFirstPage: boolean;
  /** Further rows above what is new. */
  children?: ReactNode;
}

/** The gallery: what was played most in the last days, and everything with the newest first. */
export function GalleryView({ query, problems, items, trending, nextCursor, isFirstPage, children }: GalleryViewProps) {
  const t = useText();
  const label = query ? t("Found") : t("New");
  return (
    <>
      <header className="flex flex-col gap-1 pb-6">
        <div className="flex items-center gap-1.5">
          <h1 className="font-display font-medium text-3xl tracking-tight">{t("Gallery")}</h1>
          <HelpLink href={helpAddress("publishing", "the-gallery")} about={t("the gallery")} className="mt-1" />
        </div>
        <p className="max-w-prose text-muted-foreground">
          {t("Sounds that people on this server show to everybody, each with what was measured in it.")}
        </p>
      </header>
      <GallerySearch query={query} problems={problems} />
      {trending.length > 0 ? (
        <section className="pt-8">
          <h2 className="eyebrow mb-3">{t("Trending")}</h2>
          <GalleryList label={t("Trending")} items={trending} />
        </section>
      ) : null}
      {children}
      <section className="pt-8">
        <h2 className="eyebrow mb-3">{label}</h2>
        {items.length === 0 ? <Nothing isSearch={query !== ""} /> : <GalleryList label={label} items={items} />}
        <MoreItems
          key={`${query} ${nextCursor}`}
          label={label}
          shown={items.length}
          nextCursor={nextCursor}
          path="/gallery"
          query={query}
        />
        {isFirstPage ? null : (
          <ButtonLink href={query ? `/gallery?q=${encodeURIComponent(query)}` : "/gallery"} className="mt-4">
            {t("To the front")}
          </ButtonLink>
        )}
      </section>
    </>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  const t = useText();
  if (isSearch) {
    return (
      <EmptyState
        icon={Images}
        help={helpAddress("searching")}
        title={t("Nothing public fits that")}
        description={t("Try fewer words, or a wider range of tempo.")}
        action={<ButtonLink href="/gallery">{t("Show everything")}</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={Images}
      help={helpAddress("publishing")}
      title={t("Nothing is public yet")}
      description={t("Open one of your samples and choose Publish: it then stands here for everybody.")}
      action={<ButtonLink href="/library">{t("Open your library")}</ButtonLink>}
    />
  );
}
