import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";
import type { Usage } from "@/lib/quotas/schema";
import { nextStep } from "@/lib/quotas/sentences";

/** How much can still be uploaded, in one line. Shows nothing if there is no limit. */
export function UsageLine({ usage: { uploadsToday, storageBytes, role } }: { usage: Usage }) {
  if (uploadsToday.left === null && storageBytes.left === null) return null;
  const left = [
    uploadsToday.left !== null && `${formatCount(uploadsToday.left)} of ${uploadsToday.allowed} uploads today`,
    storageBytes.left !== null && `${formatBytes(storageBytes.left)} of ${formatBytes(storageBytes.allowed ?? 0)}`,
  ].filter((part) => part !== false);
  const isUsedUp = uploadsToday.left === 0 || storageBytes.left === 0;
  const kind = uploadsToday.left === 0 ? "uploads_per_day" : "storage_bytes";
  return (
    <p className={cn("mb-4 text-sm", isUsedUp ? "text-warning" : "text-muted-foreground")}>
      Remaining: <span className="figures">{left.join(" · ")}</span>. {isUsedUp ? `${nextStep({ kind, role })} ` : null}
      <Link href="/settings#usage" className="text-primary underline underline-offset-4">
        Your usage
      </Link>
    </p>
  );
}
