import { When } from "@/components/listing/when";
import { Link } from "@/components/ui/link";
import type { JobRow } from "@/lib/admin/jobs/schema";

export function FailureList({ failures, nowMs }: { failures: readonly JobRow[]; nowMs: number }) {
  if (failures.length === 0) return <p className="text-muted-foreground text-sm">No failed analyses.</p>;
  return (
    <ul className="divide-y divide-border">
      {failures.map(({ sampleId, fileName, failure, owner, since }) => (
        <li key={sampleId} className="flex items-baseline justify-between gap-4 py-2.5 text-sm first:pt-0 last:pb-0">
          <div className="min-w-0">
            <p className="truncate font-medium">{fileName}</p>
            <p className="truncate text-muted-foreground text-xs">
              <code className="text-danger">{failure?.code ?? "unknown"}</code> for{" "}
              <Link
                href={`/admin/users/${owner.id}`}
                className="rounded-sm underline underline-offset-2 hover:text-primary"
              >
                {owner.email}
              </Link>
            </p>
          </div>
          <span className="shrink-0 text-muted-foreground text-xs">
            <When at={since} nowMs={nowMs} />
          </span>
        </li>
      ))}
    </ul>
  );
}
