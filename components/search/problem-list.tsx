import { TriangleAlert } from "lucide-react";
import { useText } from "#text";
import type { QueryProblem } from "@/lib/search-query/filter";

const MOST = 3;

export interface ProblemListProps {
  id: string;
  text: string;
  problems: readonly QueryProblem[];
}

/** What of the search was not understood, each with the piece of text that it is about. */
export function ProblemList({ id, text, problems }: ProblemListProps) {
  const t = useText();
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="flex flex-col gap-1 text-sm">
      {problems.slice(0, MOST).map(({ span, message }) => (
        <li key={`${span.start} ${message}`} className="flex items-baseline gap-2 text-danger">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
          <span className="min-w-0">
            <code className="mr-2 rounded-xs bg-danger/10 px-1.5 py-0.5 text-xs [overflow-wrap:anywhere]">
              {text.slice(span.start, Math.min(span.end, span.start + 40))}
            </code>
            {t(message)}
          </span>
        </li>
      ))}
      {problems.length > MOST ? (
        <li className="text-danger text-xs">{t("and {count} more like this", { count: problems.length - MOST })}</li>
      ) : null}
    </ul>
  );
}
