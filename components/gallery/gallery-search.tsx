import { Search } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";

const SHORTCUTS = [
  { label: msg("One-shots"), query: "type:one-shot" },
  { label: msg("Loops"), query: "type:loop" },
  { label: msg("Tracks"), query: "type:track" },
  { label: msg("CC0 and CC BY"), query: "licence:cc0,cc-by" },
  { label: "120–130 BPM", query: "bpm:120-130" },
] as const;

/** A plain form that asks for a page, so that it needs no scripts. It is read as the search of the library is. */
export function GallerySearch({ query, problems }: { query: string; problems: readonly string[] }) {
  const t = useText();
  return (
    <search className="flex flex-col gap-3">
      <form action="/gallery" method="get" className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-muted-foreground" />
          <input
            type="search"
            name="q"
            aria-label={t("Search the gallery")}
            defaultValue={query}
            placeholder="dub bass key:8A bpm:120-130"
            maxLength={1000}
            className="h-10 w-full min-w-0 rounded-md border border-input bg-muted pr-3 pl-9.5 text-base text-foreground placeholder:text-muted-foreground hover:border-foreground/60"
          />
        </div>
        <Button type="submit" size="lg" className="h-10">
          {t("[verb] Search")}
        </Button>
      </form>
      <nav aria-label={t("Shortcuts")} className="flex flex-wrap gap-2 text-sm">
        {SHORTCUTS.map(({ label, query: wanted }) => (
          <Link
            key={wanted}
            href={`/gallery?q=${encodeURIComponent(wanted)}`}
            aria-current={wanted === query ? "true" : undefined}
            className={cn(
              "rounded-full border px-3 py-1 transition-colors hover:border-foreground/60",
              wanted === query ? "border-primary text-primary" : "border-border-strong text-muted-foreground",
            )}
          >
            {t(label)}
          </Link>
        ))}
      </nav>
      {problems.length > 0 ? (
        <ul role="alert" className="text-sm text-warning">
          {problems.map((problem) => (
            <li key={problem}>{t(problem)}</li>
          ))}
        </ul>
      ) : null}
    </search>
  );
}
