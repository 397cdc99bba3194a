import { Cover } from "#cover";
import { useText } from "#text";
import { KeyName } from "@/components/choices/key-name";
import { Estimate } from "@/components/ui/estimate";
import { Link } from "@/components/ui/link";
import { formatDuration } from "@/lib/format/time";
import { LICENCE_TEXTS } from "@/lib/gallery/licences";
import { previewSeconds } from "@/lib/gallery/preview/rule";
import type { CardItem } from "@/lib/gallery/schema";
import { formatBpm } from "@/lib/music/notation";
import { CardPlayButton } from "./card-play-button";

/** One sound among others. Its title is the link; the picture belongs to it. */
export function GalleryCard({ item }: { item: CardItem }) {
  const t = useText();
  const { id, slug, title, artistName, handle, licence } = item;
  return (
    <li className="glass group relative flex min-w-0 flex-col overflow-hidden rounded-lg">
      <div className="relative">
        <Cover values={item} className="aspect-square w-full" />
        {item.hasPreview ? (
          <CardPlayButton {...{ id, slug, title }} artist={artistName} heardSeconds={previewSeconds(item)} />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1 p-3">
        <h3 className="truncate font-medium">
          <Link
            href={`/gallery/${slug}`}
            className="rounded-xs after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
          >
            {title}
          </Link>
        </h3>
        <p className="truncate text-muted-foreground text-sm">
          <Link href={`/artists/${handle}`} className="relative z-10 rounded-xs hover:text-foreground">
            {artistName}
          </Link>
        </p>
        <CardValues item={item} />
        <p className="mt-auto text-2xs text-muted-foreground">{t(LICENCE_TEXTS[licence].name)}</p>
      </div>
    </li>
  );
}

function CardValues({ item: { bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, seconds } }: { item: CardItem }) {
  const t = useText();
  return (
    <p className="figures flex flex-wrap gap-x-3 text-xs">
      {bpm === null ? null : <Estimate confidence={bpmConfidence}>{formatBpm(bpm, t)} BPM</Estimate>}
      {keyTonic === null || keyMode === null ? null : (
        <Estimate confidence={keyConfidence}>
          <KeyName of={{ tonic: keyTonic, mode: keyMode }} />
        </Estimate>
      )}
      <span className="text-muted-foreground">{formatDuration(seconds, t)}</span>
    </p>
  );
}

export interface GalleryGridProps {
  label: string;
  items: readonly CardItem[];
  /** The number of the first, where a list goes on. */
  start?: number;
}

/** Few cards, drawn by the server. Many are a `GalleryList`. */
export function GalleryGrid({ label, items, start }: GalleryGridProps) {
  return (
    <ol
      aria-label={label}
      start={start}
      className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-6"
    >
      {items.map((item) => (
        <GalleryCard key={item.id} item={item} />
      ))}
    </ol>
  );
}
