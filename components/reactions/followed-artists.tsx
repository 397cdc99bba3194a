import { When } from "@/components/listing/when";
import { Link } from "@/components/ui/link";
import type { FollowedArtist } from "@/lib/reactions/schema";

/** The artists whom a person follows, the last first. */
export function FollowedArtists({ artists, nowMs }: { artists: readonly FollowedArtist[]; nowMs: number }) {
  return (
    <section>
      <h2 className="eyebrow mb-3">Artists</h2>
      <ul aria-label="Artists you follow" className="flex flex-wrap gap-3">
        {artists.map(({ handle, name, followedAt }) => (
          <li key={handle} className="glass min-w-0 rounded-md px-4 py-2.5">
            <Link href={`/artists/${handle}`} className="wrap-anywhere font-medium hover:text-primary">
              {name}
            </Link>
            <p className="text-muted-foreground text-xs">
              since <When at={followedAt} nowMs={nowMs} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
