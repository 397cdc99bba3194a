import { Skeleton } from "@/components/ui/skeleton";

/** A filter and a list that are on their way. */
export function ListSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4">
      <Skeleton className="h-10" />
      <Skeleton className="h-120 rounded-lg" />
    </div>
  );
}
