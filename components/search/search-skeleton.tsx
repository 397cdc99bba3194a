import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 8 }, (_, row) => row);

/** Has the dimensions of the search, so that nothing moves when the results appear. */
export function SearchSkeleton() {
  const t = useText();
  return (
    <div aria-busy className="flex flex-col gap-4">
      <p className="sr-only">{t("Searching…")}</p>
      <Skeleton className="h-12" />
      <Skeleton className="h-8 w-96 max-w-full" />
      <div className="glass rounded-lg">
        {ROWS.map((row) => (
          <div key={row} className="flex h-22 items-center gap-3 border-b px-4 last:border-b-0">
            <Skeleton className="size-9 rounded-full" />
            <Skeleton className="h-4 w-56 max-w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
