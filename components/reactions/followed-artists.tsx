import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Link } from "@/components/ui/link";
import type { FollowedArtist } from "@/lib/reactions/schema";

/** The artists whom a person follows, the last first. */
export function FollowedArtists({ artists, nowMs }: { artists: readonly FollowedArtist[]; nowMs: number }) {
  const t = useText();
  return (
    <section>
      <h2 className="eyebrow mb-3">{t("Artists")}</h2>
      <ul aria-label={t("Artists you follow")} className="flex flex-wrap gap-3">
        {artists.map(({ handle, name, followedAt }) => (
          <li key={handle} className="glass min-w-0 rounded-md px-4 py-2.5">
            <Link href={`/artists/${handle}`} className="wrap-anywhere font-medium hover:text-primary">
              {name}
            </Link>
            <p className="text-muted-foreground text-xs">
              <Rich t={t} text="since {when}" values={{ when: <When at={followedAt} nowMs={nowMs} /> }} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
