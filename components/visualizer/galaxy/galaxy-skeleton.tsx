import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of the search, the tools and the map. */
export function GalaxySkeleton() {
  return (
    <div aria-busy className="flex min-h-0 flex-1 flex-col gap-2.5">
      <p className="sr-only">Reading your galaxy…</p>
      <Skeleton className="h-12 rounded-lg" />
      <Skeleton className="h-8 w-96 max-w-full" />
      <Skeleton className="h-9" />
      <Skeleton className="h-6" />
      <Skeleton className="min-h-0 flex-1 rounded-lg" />
      <div className="min-h-3" />
    </div>
  );
}
