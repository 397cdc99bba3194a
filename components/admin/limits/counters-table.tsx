import Link from "next/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { CounterRow } from "@/lib/admin/limits/schema";
import { formatTimeSpan } from "@/lib/format/time";

const KINDS: Readonly<Record<CounterRow["subjectKind"], string>> = {
  user: "account",
  key: "API key",
  address: "address",
};

export function CountersTable({ counters, nowMs }: { counters: readonly CounterRow[]; nowMs: number }) {
  if (counters.length === 0) {
    return <p className="px-5 pb-5 text-muted-foreground text-sm">Nobody has asked anything in this hour.</p>;
  }
  const share = (used: number, limit: number) => `${used.toLocaleString("en")} of ${limit.toLocaleString("en")}`;
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">Who</TableHead>
          <TableHead>Kind of request</TableHead>
          <TableHead numeric>This minute</TableHead>
          <TableHead numeric>This hour</TableHead>
          <TableHead numeric>Turned away</TableHead>
          <TableHead className="pr-5">Begins anew</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {counters.map((counter) => (
          <TableRow key={`${counter.rateClass} ${counter.subjectKind} ${counter.subject}`}>
            <TableCell className="pl-5">
              <Holder counter={counter} />
            </TableCell>
            <TableCell>{counter.rateClass}</TableCell>
            <TableCell numeric>{share(counter.minuteCount, counter.perMinute)}</TableCell>
            <TableCell numeric>{share(counter.hourCount, counter.perHour)}</TableCell>
            <TableCell numeric className={counter.refused > 0 ? "font-medium text-danger" : undefined}>
              {counter.refused.toLocaleString("en")}
            </TableCell>
            <TableCell className="whitespace-nowrap pr-5 text-muted-foreground">
              in {formatTimeSpan((Date.parse(counter.renewsAt) - nowMs) / 1000)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
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
