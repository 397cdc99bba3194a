import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { pageHref } from "./page-href";

export interface PaginationProps {
  path: string;
  query: Readonly<Record<string, string | number | null>>;
  page: number;
  pageSize: number;
  total: number;
  /** How many are on this page. */
  shown: number;
}

/** Which of how many are on screen, and the way to the others. */
export function Pagination({ path, query, page, pageSize, total, shown }: PaginationProps) {
  const first = (page - 1) * pageSize + 1;
  const last = first + shown - 1;
  const format = (value: number) => value.toLocaleString("en");
  const to = (target: number) => pageHref(path, { ...query, page: target });
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5">
      <p className="figures text-muted-foreground text-sm">
        {shown === 0 ? `None of ${format(total)}` : `${format(first)}–${format(last)} of ${format(total)}`}
      </p>
      <div className="flex gap-2">
        {page > 1 ? (
          <ButtonLink href={to(page - 1)} size="sm" rel="prev">
            <ChevronLeft aria-hidden />
            Previous
          </ButtonLink>
        ) : null}
        {last < total && shown > 0 ? (
          <ButtonLink href={to(page + 1)} size="sm" rel="next">
            Next
            <ChevronRight aria-hidden />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
