import { ArrowRight, CircleAlert, Gauge, KeyRound, Shapes } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { formatCount } from "@/lib/format/count";

export interface NeedsALookProps {
  counts: { bpm: number; key: number; kind: number; any: number };
  /** It was counted no further. */
  most: number;
  failed: number;
}

/** What only a person can decide: uncertain values, and files that could not be analysed. */
export function NeedsALook({ counts, most, failed }: NeedsALookProps) {
  const t = useText();
  const lines = [
    ["bpm", t("Tempo uncertain"), counts.bpm, "/workbench?value=bpm", <Gauge key="icon" aria-hidden />],
    ["key", t("Key uncertain"), counts.key, "/workbench?value=key", <KeyRound key="icon" aria-hidden />],
    ["kind", t("Type uncertain"), counts.kind, "/workbench?value=kind", <Shapes key="icon" aria-hidden />],
    ["failed", t("Not analysed"), failed, "/library?q=is%3Afailed", <CircleAlert key="icon" aria-hidden />],
  ] as const;
  const shown = lines.filter(([, , count]) => count > 0);
  return (
    <section aria-labelledby="needs-a-look">
      <Card className="h-full">
        <CardHeader>
          <CardTitle id="needs-a-look">{t("Needs a look")}</CardTitle>
          {counts.any > 0 ? (
            <ButtonLink href="/workbench" variant="ghost" size="sm">
              {t("Workbench")}
              <ArrowRight aria-hidden />
            </ButtonLink>
          ) : null}
        </CardHeader>
        <CardContent>
          {shown.length === 0 ? (
            <p className="text-muted-foreground text-sm">
              {t("Nothing. No value is uncertain, and every file was analysed.")}
            </p>
          ) : (
            <ul>
              {shown.map(([name, label, count, href, icon]) => (
                <Line
                  key={name}
                  {...{ label, href, icon }}
                  count={`${formatCount(count, t)}${count >= most ? "+" : ""}`}
                />
              ))}
            </ul>
          )}
        </CardContent>
      </Card>
    </section>
  );
}

function Line({ label, count, href, icon }: { label: string; count: string; href: string; icon: ReactNode }) {
  return (
    <li className="border-border border-b last:border-b-0">
      <Link
        href={href}
        className="flex h-10 items-center gap-3 rounded-xs text-sm hover:text-primary [&_svg]:size-4 [&_svg]:text-muted-foreground"
      >
        {icon}
        <span className="flex-1">{label}</span>
        <span className="figures text-muted-foreground">{count}</span>
      </Link>
    </li>
  );
}
