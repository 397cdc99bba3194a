import "server-only";
import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { artists } from "@/db/schema/artists";
import { notices } from "@/db/schema/notices";
import { personSettings } from "@/db/schema/person-settings";
import { follows, publicationComments, publicationFavourites, reports } from "@/db/schema/publication-reactions";
import { publications } from "@/db/schema/publications";

/** What the person made of what others show, what they reported, and what they were told. */
export async function readReactions(userId: string) {
  return {
    follows: await readFollows(userId),
    favourites: await readFavourites(userId),
    comments: await readComments(userId),
    reports: await readReports(userId),
    notices: await readNotices(userId),
    digest: await readDigest(userId),
  };
}

const readFollows = (userId: string) =>
  db()
    .select({ handle: artists.handle, name: artists.name, followedAt: follows.followedAt })
    .from(follows)
    .innerJoin(artists, eq(artists.ownerId, follows.artistId))
    .where(eq(follows.userId, userId))
    .orderBy(asc(follows.followedAt));

function readFavourites(userId: string) {
  const favourite = publicationFavourites;
  return db()
    .select({ slug: publications.slug, title: publications.title, favouritedAt: favourite.favouritedAt })
    .from(favourite)
    .innerJoin(publications, eq(publications.id, favourite.publicationId))
    .where(eq(favourite.userId, userId))
    .orderBy(asc(favourite.favouritedAt));
}

function readComments(userId: string) {
  const { id, text, atSeconds, state, createdAt, publicationId } = publicationComments;
  return db()
    .select({ id, slug: publications.slug, text, atSeconds, state, createdAt })
    .from(publicationComments)
    .innerJoin(publications, eq(publications.id, publicationId))
    .where(eq(publicationComments.userId, userId))
    .orderBy(asc(createdAt), asc(id));
}

function readReports(userId: string) {
  const { commentId, reason, text, state, reportedAt, answeredAt } = reports;
  return db()
    .select({ slug: publications.slug, commentId, reason, text, state, reportedAt, answeredAt })
    .from(reports)
    .innerJoin(publications, eq(publications.id, reports.publicationId))
    .where(eq(reports.userId, userId))
    .orderBy(asc(reportedAt));
}

function readNotices(userId: string) {
  const { kind, details, createdAt, readAt, digestedAt, id } = notices;
  return db()
    .select({ kind, details, createdAt, readAt, digestedAt })
    .from(notices)
    .where(eq(notices.userId, userId))
    .orderBy(asc(createdAt), asc(id));
}

async function readDigest(userId: string) {
  const { digest, digestSentAt } = personSettings;
  const [row] = await db()
    .select({ digest, digestSentAt })
    .from(personSettings)
    .where(eq(personSettings.userId, userId));
  return row ?? null;
}
