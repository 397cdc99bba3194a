import { useText } from "#text";
import { When } from "@/components/listing/when";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { HelpLink } from "@/components/ui/help-link";
import { Link } from "@/components/ui/link";
import { helpAddress } from "@/lib/help/addresses";
import { RECENT_DAYS } from "@/lib/plays/constants";

export interface RecentPlaysProps {
  plays: readonly { slug: string; title: string; raw: number; qualified: number; lastAt: string }[];
  nowMs: number;
}

/** Who listens: what of a person's was played in the last days, and how much of that counts. */
export function RecentPlays({ plays, nowMs }: RecentPlaysProps) {
  const t = useText();
  return (
    <section aria-labelledby="recent-plays">
      <Card>
        <CardHeader>
          <CardTitle id="recent-plays">{t("Recent plays")}</CardTitle>
          <HelpLink href={helpAddress("plays")} about={t("what counts as a play")} />
        </CardHeader>
        <CardContent>
          {plays.length === 0 ? (
            <p className="text-muted-foreground text-sm">
              {t("Nobody has played what you publish in the last {days} days.", { days: RECENT_DAYS })}
            </p>
          ) : (
            <ul aria-label={t("Played in the last {days} days", { days: RECENT_DAYS })} className="divide-y">
              {plays.map(({ slug, title, raw, qualified, lastAt }) => (
                <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2 text-sm">
                  <Link href={`/gallery/${slug}`} className="wrap-anywhere min-w-0 font-medium hover:underline">
                    {title}
                  </Link>
                  <span className="figures text-muted-foreground">
                    {t.count(raw, "{count} play", "{count} plays")},{" "}
                    {t("{count} of them counted", { count: qualified })} · <When at={lastAt} nowMs={nowMs} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </CardContent>
      </Card>
    </section>
  );
}
