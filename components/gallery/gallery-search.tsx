import { useText } from "#text";
import { PlainSearch } from "@/components/forms/plain-search";
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
      <PlainSearch
        action="/gallery"
        label={t("Search the gallery")}
        placeholder="dub bass key:8A bpm:120-130"
        question={query}
        charactersMax={1000}
      />
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
