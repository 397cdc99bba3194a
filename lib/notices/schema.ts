import { z } from "zod";

/** What a notice is about, by its kind. Only ids: names and titles are read when somebody reads the notice. */
interface NoticeDetails {
  /** Somebody follows the person. */
  followed: { userId: string };
  /** Somebody commented on what the person published. */
  commented: { publicationId: string; commentId: string };
  /** An artist whom the person follows published something. */
  new_item: { publicationId: string };
  /** An admin took down what the person published. */
  taken_down: { publicationId: string };
  /** An admin answered the person's appeal: it is public again, or stays down. */
  restored: { publicationId: string };
  kept_down: { publicationId: string };
  /** An admin removed the person's comment. */
  comment_removed: { publicationId: string; commentId: string };
}
export type NoticeKind = keyof NoticeDetails;

/** A notice to be written. `sameAs`: what was told once stays one notice. */
export type NewNotice = {
  [Kind in NoticeKind]: { userId: string; kind: Kind; details: NoticeDetails[Kind]; sameAs: string };
}[NoticeKind];

/** A notice as its person reads it. Times are ISO 8601. */
export interface Notice {
  id: string;
  kind: NoticeKind;
  createdAt: string;
  isRead: boolean;
  /** The public name of whoever did it. Null if they have none, or are gone. */
  who: string | null;
  /** Of the publication. Null if it is no longer there. */
  title: string | null;
  /** The comment, or why something was taken down. */
  quote: string | null;
  /** The page that it leads to. */
  path: string | null;
}

const DIGESTS = ["never", "daily", "weekly"] as const;
export type Digest = (typeof DIGESTS)[number];

export const noticeIdSchema = z.object({ id: z.uuid() });
export const setDigestSchema = z.object({ digest: z.enum(DIGESTS) });
