import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";

/** Has the dimensions of the sample page, so that nothing moves when the page appears. */
export function SampleSkeleton() {
  const t = useText();
  return (
    <div aria-busy className="flex flex-col gap-4">
      <p className="sr-only">{t("Loading the sample…")}</p>
      <div className="flex flex-col gap-4 pb-2">
        <Skeleton className="h-5 w-20" />
        <Skeleton className="h-18 w-96 max-w-full" />
        <Skeleton className="h-12 w-160 max-w-full" />
        <Skeleton className="h-5.5 w-72 max-w-full" />
        <Skeleton className="h-9 w-104 max-w-full" />
      </div>
      <Skeleton className="h-160 rounded-lg" />
      <AnswerSkeletons />
      <div className="flex flex-col gap-3 pt-12">
        <Skeleton className="h-7 w-32" />
        <Skeleton className="h-116 rounded-lg" />
      </div>
    </div>
  );
}

/** Placeholders for the four cards. */
export function AnswerSkeletons() {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Skeleton className="h-92 rounded-lg" />
      <Skeleton className="h-92 rounded-lg" />
      <Skeleton className="h-92 rounded-lg" />
      <Skeleton className="h-92 rounded-lg" />
    </div>
  );
}
