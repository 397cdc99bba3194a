import { ChevronLeft, ChevronRight } from "lucide-react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { pageHref } from "./page-href";

export interface PaginationProps {
  path: string;
  query: Readonly<Record<string, string | number | null>>;
  page: number;
  pageSize: number;
  total: number;
  /** How many rows are on this page. */
  shown: number;
}

/** Says which rows are shown, and links to the previous and next page. */
export function Pagination({ path, query, page, pageSize, total, shown }: PaginationProps) {
  const t = useText();
  const first = (page - 1) * pageSize + 1;
  const last = first + shown - 1;
  const to = (target: number) => pageHref(path, { ...query, page: target });
  return (
    <nav aria-label={t("Pages")} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5">
      <p className="figures text-muted-foreground text-sm">
        {shown === 0 ? t("0 of {total}", { total }) : t("{first}–{last} of {total}", { first, last, total })}
      </p>
      <div className="flex gap-2">
        {page > 1 ? (
          <ButtonLink href={to(page - 1)} size="sm" rel="prev">
            <ChevronLeft aria-hidden />
            {t("[page] Previous")}
          </ButtonLink>
        ) : null}
        {last < total && shown > 0 ? (
          <ButtonLink href={to(page + 1)} size="sm" rel="next">
            {t("[page] Next")}
            <ChevronRight aria-hidden />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  );
}
