import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ItemView } from "@/components/gallery/item-view";
import { StructuredData } from "@/components/gallery/structured-data";
import { commentMarks } from "@/components/reactions/comment-marks";
import { Comments } from "@/components/reactions/comments";
import { FavouriteButton } from "@/components/reactions/favourite-button";
import { FollowButton } from "@/components/reactions/follow-button";
import { Link } from "@/components/ui/link";
import { loadText } from "@/lib/choices/language";
import { loadComments } from "@/lib/comments/loaders";
import { loadItem } from "@/lib/gallery/loaders";
import { loadItemReactions } from "@/lib/reactions/loaders";
import { loadItemData, loadItemHead } from "@/lib/syndication/loaders";

/** All of it is in the document, so that it can be read without scripts. */
export const instant = false;

interface ItemPageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ comments?: string | string[] }>;
}

export async function generateMetadata({ params }: ItemPageProps): Promise<Metadata> {
  return loadItemHead((await params).slug);
}

export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const t = await loadText();
  const [{ slug }, { comments: asked }] = await Promise.all([params, searchParams]);
  const [page, data] = await Promise.all([loadItem(slug), loadItemData(slug)]);
  if (!page) notFound();
  const { id } = page.item;
  const cursor = typeof asked === "string" ? asked : null;
  const [reactions, comments] = await Promise.all([loadItemReactions(id), loadComments(id, cursor)]);
  const path = `/gallery/${slug}`;
  return (
    <main id="content" className="flex-1 py-10">
      {data === null ? null : <StructuredData json={data} />}
      <ItemView
        {...page}
        follow={reactions ? <FollowButton following={reactions.following} path={path} /> : null}
        reactions={
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
            {reactions ? <FavouriteButton reactions={reactions} path={path} /> : null}
            {reactions?.following.viewer === "owner" ? null : (
              <Link
                href={`${path}/report`}
                rel="nofollow"
                className="text-muted-foreground text-sm underline underline-offset-4 hover:text-foreground"
              >
                {t("Report this sound")}
              </Link>
            )}
          </div>
        }
        comments={
          <Comments {...comments} publicationId={id} path={path} isFirstPage={cursor === null} nowMs={Date.now()} />
        }
        marks={commentMarks(comments.comments, t)}
      />
    </main>
  );
}
