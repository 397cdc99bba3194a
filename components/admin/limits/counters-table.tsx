import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { Link } from "@/components/ui/link";
import { TableCell, TableRow } from "@/components/ui/table";
import type { CounterRow } from "@/lib/admin/limits/schema";
import { formatCount } from "@/lib/format/count";
import { formatTimeSpan } from "@/lib/format/time";

const KINDS: Readonly<Record<CounterRow["subjectKind"], string>> = {
  user: "account",
  key: "API key",
  address: "IP address",
};

const COLUMNS = [
  { label: "Who" },
  { label: "Kind of request" },
  { label: "This minute", numeric: true },
  { label: "This hour", numeric: true },
  { label: "Rejected", numeric: true },
  { label: "Resets" },
];

const share = (used: number, limit: number) => `${formatCount(used)} of ${formatCount(limit)}`;

export function CountersTable({ counters, nowMs }: { counters: readonly CounterRow[]; nowMs: number }) {
  if (counters.length === 0) return <EmptyNote>No requests in the past hour.</EmptyNote>;
  return (
    <ListTable columns={COLUMNS}>
      {counters.map((counter) => (
        <TableRow key={`${counter.rateClass} ${counter.subjectKind} ${counter.subject}`}>
          <TableCell className="pl-5">
            <Holder counter={counter} />
          </TableCell>
          <TableCell>{counter.rateClass}</TableCell>
          <TableCell numeric>{share(counter.minuteCount, counter.perMinute)}</TableCell>
          <TableCell numeric>{share(counter.hourCount, counter.perHour)}</TableCell>
          <TableCell numeric className={counter.refused > 0 ? "font-medium text-danger" : undefined}>
            {formatCount(counter.refused)}
          </TableCell>
          <TableCell className="whitespace-nowrap pr-5 text-muted-foreground">
            in {formatTimeSpan((Date.parse(counter.renewsAt) - nowMs) / 1000)}
          </TableCell>
        </TableRow>
      ))}
    </ListTable>
  );
}

function Holder({ counter: { subjectKind, subject, email, userId } }: { counter: CounterRow }) {
  const name = <span className="block max-w-64 truncate font-medium">{email ?? subject}</span>;
  return (
    <>
      {userId ? (
        <Link href={`/admin/users/${userId}`} className="block rounded-sm hover:text-primary">
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="block text-muted-foreground text-xs">{KINDS[subjectKind]}</span>
    </>
  );
}
