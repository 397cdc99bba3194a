import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Cover } from "#cover";
import { useText } from "#text";
import { Avatar } from "@/components/artists/avatar";
import { KeyBeside, KeyName } from "@/components/choices/key-name";
import { Rich } from "@/components/language/rich";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button-variants";
import { Estimate } from "@/components/ui/estimate";
import { HelpLink } from "@/components/ui/help-link";
import { Link } from "@/components/ui/link";
import { formatDate, formatDuration } from "@/lib/format/time";
import { AI_TRAINING_TEXTS, attributionText, LICENCE_TEXTS } from "@/lib/gallery/licences";
import { previewSeconds } from "@/lib/gallery/preview/rule";
import type { CardItem, PublicDetail } from "@/lib/gallery/schema";
import { helpAddress } from "@/lib/help/addresses";
import type { Text } from "@/lib/language/text";
import { Attribution } from "./attribution";
import { GalleryGrid } from "./gallery-card";
import { itemFacts } from "./item-facts";
import { PublicPlayer, type SoundMark } from "./public-player";

export interface ItemViewProps {
  item: PublicDetail;
  /** The full address of the page. */
  address: string;
  similar: readonly CardItem[];
  /** Whether it may be seen as a picture. */
  hasPicture: boolean;
  /** Stands under the name of the artist. */
  follow: ReactNode;
  /** Stands under the sound: what somebody can do with it. */
  reactions: ReactNode;
  /** What people say about it, and where in the sound. */
  comments: ReactNode;
  marks: readonly SoundMark[];
}

/** The page of one public sound. */
export function ItemView({ item, address, similar, hasPicture, follow, reactions, comments, marks }: ItemViewProps) {
  const t = useText();
  return (
    <article className="flex flex-col gap-8">
      <header className="grid gap-6 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <Cover values={item} className="aspect-square w-full max-w-56 rounded-lg" />
        <div className="flex min-w-0 flex-col gap-3">
          <div>
            <h1 className="wrap-anywhere font-display font-medium text-3xl tracking-tight">{item.title}</h1>
            <div className="mt-2 flex items-center gap-2.5">
              <Avatar artist={{ ...item, name: item.artistName }} size="small" className="size-8 text-sm" />
              <p className="wrap-anywhere min-w-0 text-muted-foreground">
                <Rich
                  t={t}
                  text="by <artist>{name}</artist>, {date}"
                  values={{
                    name: item.artistName,
                    date: <time dateTime={item.publishedAt}>{formatDate(item.publishedAt, t)}</time>,
                  }}
                  parts={{
                    artist: (inner) => (
                      <Link href={`/artists/${item.handle}`} className="text-primary underline underline-offset-4">
                        {inner}
                      </Link>
                    ),
                  }}
                />
              </p>
            </div>
          </div>
          {follow}
          <Facts item={item} />
          <Tags tags={item.tags} />
        </div>
      </header>
      <Sound item={item} hasPicture={hasPicture} marks={marks} />
      {reactions}
      {item.description ? <p className="max-w-prose whitespace-pre-line">{item.description}</p> : null}
      <Rights item={item} address={address} />
      {comments}
      {similar.length > 0 ? (
        <section>
          <h2 className="eyebrow mb-3">{t("Sounds like this")}</h2>
          <GalleryGrid label={t("Sounds like this")} items={similar} />
        </section>
      ) : null}
    </article>
  );
}

function Facts({ item }: { item: PublicDetail }) {
  const t = useText();
  return (
    <dl aria-label={t("Values")} className="flex flex-wrap gap-x-8 gap-y-3">
      {itemFacts(item, t).map(({ name, value, detail, musicalKey, confidence, certainty }) => (
        <div key={name}>
          <dt className="eyebrow">{name}</dt>
          <dd className="figures mt-0.5">
            <Estimate confidence={confidence}>{musicalKey ? <KeyName of={musicalKey} /> : value}</Estimate>
            {detail ? (
              <span className="ml-2 text-muted-foreground text-sm">
                {musicalKey ? <KeyBeside of={musicalKey} /> : detail}
              </span>
            ) : null}
            {certainty ? <span className="block text-muted-foreground text-xs">{certainty}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  const t = useText();
  if (tags.length === 0) return null;
  return (
    <ul aria-label={t("Tags")} className="flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag}>
          <Link href={`/gallery?q=${encodeURIComponent(`tag:"${tag}"`)}`} className="rounded-sm">
            <Badge className="wrap-anywhere h-auto min-h-5.5 whitespace-normal">{tag}</Badge>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Sound({ item, hasPicture, marks }: Pick<ItemViewProps, "item" | "hasPicture" | "marks">) {
  const t = useText();
  const { id, slug, title, seconds, overview, preview, allowsDownload } = item;
  const heardSeconds = previewSeconds(item);
  if (preview === "making")
    return <p role="status">{t("The sound is being prepared. Reload the page in a moment.")}</p>;
  return (
    <div className="flex flex-col gap-3">
      {preview === "ready" ? (
        <PublicPlayer
          publicationId={id}
          title={title}
          artist={item.artistName}
          src={`/gallery/${slug}/audio`}
          seconds={seconds}
          heardSeconds={heardSeconds}
          overview={overview}
          marks={marks}
          picturePath={hasPicture ? `/gallery/${slug}` : null}
        />
      ) : (
        <p>{t("No copy of this file can be made for listening.")}</p>
      )}
      {heardSeconds < seconds ? (
        <p className="text-muted-foreground text-sm">
          {t("A preview: the first {duration}.", { duration: formatDuration(heardSeconds, t) })}
        </p>
      ) : null}
      {item.playCount > 0 ? (
        <p className="flex items-center gap-1.5 text-muted-foreground text-sm">
          {t.count(item.playCount, "Played once.", "Played {count} times.")}
          <HelpLink href={helpAddress("plays")} about={t("what counts as a play")} />
        </p>
      ) : null}
      {allowsDownload ? (
        <p className="flex flex-wrap items-center gap-3">
          <a href={`/gallery/${slug}/download`} download className={buttonVariants({ variant: "primary" })}>
            <Download aria-hidden />
            {t("Download")}
          </a>
          <span className="text-muted-foreground text-sm">
            {t("The original file.")} {downloadsText(item.downloadCount, t)}{" "}
            {t("What you download is kept with its licence under Settings, if you are signed in.")}
          </span>
        </p>
      ) : null}
    </div>
  );
}

const downloadsText = (count: number, t: Text) =>
  count === 0 ? "" : t.count(count, "Downloaded once.", "Downloaded {count} times.");

function Rights({ item, address }: { item: PublicDetail; address: string }) {
  const t = useText();
  const { name, summary, url } = LICENCE_TEXTS[item.licence];
  return (
    <section aria-labelledby="licence" className="glass max-w-prose rounded-lg p-5">
      <h2 id="licence" className="font-medium">
        {url ? (
          <a href={url} rel="license noopener" className="text-primary underline underline-offset-4">
            {t(name)}
          </a>
        ) : (
          t(name)
        )}
      </h2>
      <p className="mt-1 text-sm">{t(summary)}</p>
      <p className="mt-1 text-muted-foreground text-sm">{t(AI_TRAINING_TEXTS[item.aiTraining])}</p>
      <h3 className="mt-4 mb-2 font-medium text-sm">{t("Attribution")}</h3>
      <Attribution text={attributionText({ ...item, address }, t)} />
    </section>
  );
}
