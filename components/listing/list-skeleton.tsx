import { Skeleton } from "@/components/ui/skeleton";

/** Holds the place of a filter form and its list while they load. */
export function ListSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <Skeleton className="h-10" />
      <Skeleton className="h-120 rounded-lg" />
    </div>
  );
}
