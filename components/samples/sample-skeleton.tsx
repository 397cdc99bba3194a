import { Skeleton } from "@/components/ui/skeleton";

/** The sample page's own measures, so that nothing jumps when it arrives. */
export function SampleSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <p className="sr-only">Loading the sample…</p>
      <div className="flex flex-col gap-4 pb-2">
        <Skeleton className="h-5 w-20" />
        <Skeleton className="h-18 w-96 max-w-full" />
        <Skeleton className="h-9 w-80 max-w-full" />
      </div>
      <Skeleton className="h-105 rounded-lg" />
      <div className="grid gap-4 md:grid-cols-3">
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
      </div>
    </div>
  );
}
