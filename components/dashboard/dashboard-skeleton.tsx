import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";
import { COUNTS_GRID } from "./counts";
import { DISTRIBUTIONS_GRID } from "./distributions";

const TILES = ["samples", "in progress", "analysed", "stored"] as const;

/** As tall as a dashboard with a few results, so that the page does not jump. */
export function DashboardSkeleton() {
  const t = useText();
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <span className="sr-only" role="status">
        {t("Loading the dashboard")}
      </span>
      <div className={COUNTS_GRID}>
        {TILES.map((tile) => (
          <Skeleton key={tile} className="h-25.5 rounded-lg" />
        ))}
      </div>
      <Skeleton className="h-28 rounded-lg" />
      <div className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-60 rounded-lg" />
        <Skeleton className="h-60 rounded-lg" />
      </div>
      <Skeleton className="h-96 rounded-lg" />
    </div>
  );
}

export function DistributionsSkeleton() {
  return (
    <div className={DISTRIBUTIONS_GRID}>
      <Skeleton className="h-54 rounded-lg" />
      <Skeleton className="h-54 rounded-lg" />
    </div>
  );
}
