import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { FROM_LG, FROM_XL, ROW_GRID } from "./row-layout";

const ROWS = Array.from({ length: 10 }, (_, row) => row);

/** Has the dimensions of the library, so that nothing moves when the library appears. */
export function LibrarySkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <p className="sr-only">Loading your library…</p>
      <div className="flex flex-wrap items-center gap-3">
        <Skeleton className="h-10 min-w-0 flex-1 basis-64" />
        <Skeleton className="h-8 w-80 max-w-full" />
      </div>
      <div className="glass rounded-lg">
        <div className="hidden h-10 border-b md:block" />
        {ROWS.map((row) => (
          <div key={row} className="border-b">
            <div className={cn("flex h-25.75 flex-wrap items-center gap-3 px-3 md:h-12", ROW_GRID)}>
              <Skeleton className="size-4.5" />
              <Skeleton className="size-9 rounded-full" />
              <Skeleton className="h-4 w-48 max-w-full" />
              <Skeleton className={cn("h-4", FROM_LG)} />
              <Skeleton className={cn("h-5.5", FROM_XL)} />
              <Skeleton className={cn("h-4", FROM_LG)} />
              <Skeleton className="hidden h-4 md:block" />
              <Skeleton className="hidden h-4 md:block" />
              <Skeleton className={cn("h-4", FROM_LG)} />
              <Skeleton className={cn("h-4", FROM_XL)} />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
