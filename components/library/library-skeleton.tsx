import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = Array.from({ length: 14 }, (_, row) => row);

/** Has the dimensions of the library, so that nothing moves when the library appears. */
export function LibrarySkeleton() {
  const t = useText();
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col gap-2.5">
      <p className="sr-only">{t("Loading your library…")}</p>
      <div className="flex gap-2.5">
        <Skeleton className="size-12 rounded-lg" />
        <Skeleton className="h-12 flex-1 rounded-lg" />
      </div>
      <Skeleton className="h-8 w-96 max-w-full" />
      <div className="min-h-0 flex-1 overflow-hidden rounded-lg border border-border-strong bg-surface pt-8.5">
        {ROWS.map((row) => (
          <div key={row} className="flex h-12 items-center gap-4 border-b px-4">
            <Skeleton className="size-4" />
            <Skeleton className="size-8 rounded-full" />
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="ml-auto h-4 w-1/5" />
          </div>
        ))}
      </div>
    </div>
  );
}
