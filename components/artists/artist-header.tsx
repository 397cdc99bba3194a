import type { ReactNode } from "react";
import { useText } from "#text";
import type { Artist } from "@/lib/artists/schema";
import { Avatar } from "./avatar";

/** Who an artist is: picture, name, what they say of themselves, and where else they are. */
export function ArtistHeader({ artist, follow }: { artist: Artist; follow: ReactNode }) {
  const { name, bio, links } = artist;
  return (
    <header className="flex flex-col gap-5 pb-8 sm:flex-row sm:items-center">
      <Avatar artist={artist} size="large" className="size-24 text-4xl sm:size-32" />
      <div className="flex min-w-0 flex-col gap-3">
        <h1 className="wrap-anywhere font-display font-medium text-3xl tracking-tight">{name}</h1>
        {follow}
        {bio ? <p className="wrap-anywhere max-w-prose whitespace-pre-line">{bio}</p> : null}
        {links.length > 0 ? <Links links={links} /> : null}
      </div>
    </header>
  );
}

function Links({ links }: { links: Artist["links"] }) {
  const t = useText();
  return (
    <ul aria-label={t("Links")} className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {links.map(({ label, url }) => (
        <li key={`${label} ${url}`}>
          {/* Strangers write these: nothing is passed on to them, and no search engine counts them. */}
          <a
            href={url}
            rel="me nofollow ugc noopener noreferrer"
            className="wrap-anywhere text-primary underline underline-offset-4"
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
