import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import type { Comment, CommentPage, CommentWriter } from "@/lib/comments/schema";
import { formatCount } from "@/lib/format/count";
import { CommentForm } from "./comment-form";
import { commentId } from "./comment-marks";
import { CommentTime } from "./comment-time";
import { RemoveComment } from "./remove-comment";
import { signInAt } from "./sign-in-at";

interface CommentsProps extends CommentPage {
  publicationId: string;
  /** The page of the item. */
  path: string;
  isFirstPage: boolean;
  nowMs: number;
}

/** What people say about an item, the newest first, and the form to say something. */
export function Comments(props: CommentsProps) {
  const t = useText();
  const { publicationId, path, comments, nextCursor, total, writer, isFirstPage, nowMs } = props;
  return (
    <section id="comments" aria-labelledby="comments-title" className="flex flex-col gap-5">
      <h2 id="comments-title" className="eyebrow">
        {t("Comments")} <span className="figures">{formatCount(total, t)}</span>
      </h2>
      <Writing writer={writer} publicationId={publicationId} path={path} />
      {comments.length > 0 ? (
        <ol aria-label={t("Comments")} className="flex max-w-prose flex-col gap-4">
          {comments.map((comment) => (
            <CommentItem key={comment.id} {...{ comment, publicationId, path, nowMs }} />
          ))}
        </ol>
      ) : (
        <p className="text-muted-foreground text-sm">{t("Nobody has said anything here yet.")}</p>
      )}
      {isFirstPage && nextCursor === null ? null : (
        <p className="flex gap-3">
          {isFirstPage ? null : <ButtonLink href={`${path}#comments`}>{t("Newest comments")}</ButtonLink>}
          {nextCursor === null ? null : (
            <ButtonLink href={`${path}?comments=${encodeURIComponent(nextCursor)}#comments`}>
              {t("Older comments")}
            </ButtonLink>
          )}
        </p>
      )}
    </section>
  );
}

function Writing({ writer, publicationId, path }: { writer: CommentWriter; publicationId: string; path: string }) {
  const t = useText();
  if (writer === "named") return <CommentForm publicationId={publicationId} />;
  if (writer === "nameless") {
    return (
      <p className="text-sm">
        {t("Comments show your public name.")}{" "}
        <Link href="/settings#public-page" className="text-primary underline underline-offset-4">
          {t("Choose one first")}
        </Link>
      </p>
    );
  }
  return (
    <p className="text-sm">
      <Rich
        t={t}
        text="<link>Sign in</link> to say something about this sound."
        parts={{
          link: (inner) => (
            <Link href={signInAt(path)} className="text-primary underline underline-offset-4">
              {inner}
            </Link>
          ),
        }}
      />
    </p>
  );
}

interface CommentItemProps {
  comment: Comment;
  publicationId: string;
  path: string;
  nowMs: number;
}

function CommentItem({ comment, publicationId, path, nowMs }: CommentItemProps) {
  const t = useText();
  const { id, text, atSeconds, authorName, handle, createdAt, isOwn, isOnOwnItem } = comment;
  return (
    <li id={commentId(id)} className="scroll-mt-6 rounded-md border-l-2 pl-4 target:border-accent">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <Link href={`/artists/${handle}`} className="wrap-anywhere font-medium hover:text-primary">
          {authorName}
        </Link>
        {atSeconds === null ? null : <CommentTime publicationId={publicationId} atSeconds={atSeconds} />}
        <span className="text-muted-foreground text-xs">
          <When at={createdAt} nowMs={nowMs} />
        </span>
        {isOwn || isOnOwnItem ? <RemoveComment id={id} isOwn={isOwn} /> : null}
        {isOwn ? null : (
          <Link
            href={`${path}/report?comment=${id}`}
            rel="nofollow"
            className="text-muted-foreground text-xs underline underline-offset-4 hover:text-foreground"
          >
            <Rich
              t={t}
              text="Report<hidden> the comment of {name}</hidden>"
              values={{ name: authorName }}
              parts={{ hidden: (inner) => <span className="sr-only">{inner}</span> }}
            />
          </Link>
        )}
      </p>
      <p className="wrap-anywhere mt-1 whitespace-pre-line">{text}</p>
    </li>
  );
}
