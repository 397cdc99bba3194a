import { ArrowRight, CircleAlert } from "lucide-react";
import { useText } from "#text";
import { When } from "@/components/listing/when";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatDuration } from "@/lib/format/time";
import type { SampleRow } from "@/lib/samples/schema";
import { KeyReading, LoudnessReading, TempoReading } from "./readings";

export function LatestResults({ rows, nowMs }: { rows: SampleRow[]; nowMs: number }) {
  const t = useText();
  return (
    <section aria-labelledby="latest">
      <Card>
        <CardHeader>
          <CardTitle id="latest">{t("Latest results")}</CardTitle>
          <ButtonLink href="/library" variant="ghost" size="sm">
            {t("Library")}
            <ArrowRight aria-hidden />
          </ButtonLink>
        </CardHeader>
        {rows.length === 0 ? (
          <CardContent>
            <p className="text-muted-foreground text-sm">
              {t("Results appear here as soon as the first file is analysed.")}
            </p>
          </CardContent>
        ) : (
          <>
            <ResultTable rows={rows} nowMs={nowMs} />
            <ResultList rows={rows} />
          </>
        )}
      </Card>
    </section>
  );
}

function ResultTable({ rows, nowMs }: { rows: SampleRow[]; nowMs: number }) {
  const t = useText();
  return (
    <div className="hidden px-2 pb-2 sm:block">
      <Table className="table-fixed">
        <TableHeader>
          <TableRow className="hover:bg-transparent">
            <TableHead>{t("File")}</TableHead>
            <TableHead numeric className="w-24">
              {t("Length")}
            </TableHead>
            <TableHead numeric className="w-32">
              BPM
            </TableHead>
            <TableHead className="w-44">{t("Key")}</TableHead>
            <TableHead numeric className="hidden w-24 lg:table-cell">
              LUFS
            </TableHead>
            <TableHead className="hidden w-28 text-right xl:table-cell">{t("Added")}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <ResultRow key={row.id} row={row} nowMs={nowMs} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function ResultRow({ row, nowMs }: { row: SampleRow; nowMs: number }) {
  const t = useText();
  return (
    <TableRow>
      <TableCell>
        <FileLink row={row} />
      </TableCell>
      <TableCell numeric>{row.durationSeconds === null ? "–" : formatDuration(row.durationSeconds, t)}</TableCell>
      <TableCell numeric>
        <TempoReading row={row} />
      </TableCell>
      <TableCell>
        <KeyReading row={row} />
      </TableCell>
      <TableCell numeric className="hidden lg:table-cell">
        <LoudnessReading row={row} />
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-right text-muted-foreground text-xs xl:table-cell">
        <When at={row.createdAt} nowMs={nowMs} />
      </TableCell>
    </TableRow>
  );
}

/** The same results on screens that are too narrow for columns. */
function ResultList({ rows }: { rows: SampleRow[] }) {
  return (
    <ul className="divide-y divide-border px-5 pb-2 sm:hidden">
      {rows.map((row) => (
        <li key={row.id} className="py-3">
          <FileLink row={row} />
          <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="figures empty:hidden">
              <TempoReading row={row} withUnit />
            </span>
            <KeyReading row={row} withUnit />
            <span className="figures empty:hidden">
              <LoudnessReading row={row} withUnit />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function FileLink({ row }: { row: SampleRow }) {
  const t = useText();
  return (
    <span className="flex min-w-0 flex-col">
      <Link
        href={`/samples/${row.id}`}
        title={row.fileName}
        className="truncate rounded-xs font-medium hover:text-primary hover:underline hover:underline-offset-4"
      >
        {row.fileName}
      </Link>
      {row.failure ? (
        <span className="flex items-center gap-1.5 truncate text-danger text-xs">
          <CircleAlert aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t(row.failure.message)}</span>
        </span>
      ) : null}
    </span>
  );
}
