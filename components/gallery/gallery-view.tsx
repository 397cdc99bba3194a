import { Images } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { HelpLink } from "@/components/ui/help-link";
import type { PublicItem } from "@/lib/gallery/schema";
import { helpAddress } from "@/lib/help/addresses";
import { GalleryGrid } from "./gallery-card";
import { GallerySearch } from "./gallery-search";
import { MoreItems } from "./more-items";

export interface GalleryViewProps {
  query: string;
  problems: readonly string[];
  items: readonly PublicItem[];
  trending: readonly PublicItem[];
  nextCursor: string | null;
  isFirstPage: boolean;
}

/** The gallery: what was played most in the last days, and everything with the newest first. */
export function GalleryView({ query, problems, items, trending, nextCursor, isFirstPage }: GalleryViewProps) {
  const label = query ? "Found" : "New";
  return (
    <>
      <header className="flex flex-col gap-1 pb-6">
        <div className="flex items-center gap-1.5">
          <h1 className="font-display font-medium text-3xl tracking-tight">Gallery</h1>
          <HelpLink href={helpAddress("publishing", "the-gallery")} about="the gallery" className="mt-1" />
        </div>
        <p className="max-w-prose text-muted-foreground">
          Sounds that people on this server show to everybody, each with what was measured in it.
        </p>
      </header>
      <GallerySearch query={query} problems={problems} />
      {trending.length > 0 ? (
        <section className="pt-8">
          <h2 className="eyebrow mb-3">Trending</h2>
          <GalleryGrid label="Trending" items={trending} />
        </section>
      ) : null}
      <section className="pt-8">
        <h2 className="eyebrow mb-3">{label}</h2>
        {items.length === 0 ? <Nothing isSearch={query !== ""} /> : <GalleryGrid label={label} items={items} />}
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
            To the front
          </ButtonLink>
        )}
      </section>
    </>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  if (isSearch) {
    return (
      <EmptyState
        icon={Images}
        help={helpAddress("searching")}
        title="Nothing public fits that"
        description="Try fewer words, or a wider range of tempo."
        action={<ButtonLink href="/gallery">Show everything</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      icon={Images}
      help={helpAddress("publishing")}
      title="Nothing is public yet"
      description="Open one of your samples and choose Publish: it then stands here for everybody."
      action={<ButtonLink href="/library">Open your library</ButtonLink>}
    />
  );
}
