import { ArrowRight } from "lucide-react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { SmallMap } from "@/lib/library/overview/schema";

/** About the colours that the galaxy has by type. */
const KINDS = [
  ["one-shot", "stroke-primary"],
  ["loop", "stroke-accent"],
  ["track", "stroke-warning"],
  ["", "stroke-muted-foreground"],
] as const;
const UNIT = 100;
/** Fewer points are larger. */
const MANY = 200;

/** All points of a kind as one line of dots, which is short to write. */
const dots = (points: SmallMap["points"]) =>
  points.map(({ x, y }) => `M${Math.round(x * UNIT)} ${Math.round(-y * UNIT)}h0`).join("");

/** The library as a small picture: what sounds alike is near each other. Leads to the galaxy. */
export function SmallGalaxy({ map }: { map: SmallMap }) {
  const t = useText();
  return (
    <section aria-labelledby="small-galaxy">
      <Card className="h-full">
        <CardHeader>
          <CardTitle id="small-galaxy">{t("Map")}</CardTitle>
          <ButtonLink href="/galaxy" variant="ghost" size="sm">
            {t("Galaxy")}
            <ArrowRight aria-hidden />
          </ButtonLink>
        </CardHeader>
        <CardContent>
          <Link
            href="/galaxy"
            aria-label={t.count(map.total, "Galaxy of {count} sound", "Galaxy of {count} sounds")}
            className="block rounded-md"
          >
            <svg viewBox="-108 -108 216 216" preserveAspectRatio="none" aria-hidden className="h-40 w-full">
              {KINDS.map(([kind, className]) => (
                <path
                  key={kind}
                  d={dots(map.points.filter((point) => point.kind === kind))}
                  className={className}
                  strokeOpacity={0.75}
                  strokeLinecap="round"
                  strokeWidth={map.points.length > MANY ? 2.5 : 6}
                  vectorEffect="non-scaling-stroke"
                />
              ))}
            </svg>
          </Link>
        </CardContent>
      </Card>
    </section>
  );
}
