import type { Span } from "@/lib/search-query/filter";

export interface MarkedTextProps {
  text: string;
  /** What is wrong, and what is understood as filters. */
  problems: readonly Span[];
  filters: readonly Span[];
}

type Mark = "problem" | "filter" | null;

/** The same text as in the box, behind it: the box draws the letters, this draws the lines under them. */
export function MarkedText({ text, problems, filters }: MarkedTextProps) {
  return (
    <span className="whitespace-pre text-transparent">
      {piecesOf(text, problems, filters).map(({ start, piece, mark }) =>
        mark === null ? (
          piece
        ) : (
          <span
            key={start}
            className={
              mark === "problem"
                ? "underline decoration-2 decoration-danger decoration-wavy underline-offset-4"
                : "underline decoration-2 decoration-primary/60 underline-offset-4"
            }
          >
            {piece}
          </span>
        ),
      )}
    </span>
  );
}

/** The text in pieces that are marked alike. Where marks lie over each other, the problem counts. */
function piecesOf(text: string, problems: readonly Span[], filters: readonly Span[]) {
  const edges = [...problems, ...filters].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, text.length])].filter((at) => at <= text.length).sort((a, b) => a - b);
  const covers = (spans: readonly Span[], at: number) => spans.some(({ start, end }) => start <= at && at < end);
  return cuts.slice(0, -1).map((start, index) => {
    const mark: Mark = covers(problems, start) ? "problem" : covers(filters, start) ? "filter" : null;
    return { start, piece: text.slice(start, cuts[index + 1]), mark };
  });
}
