import { useText } from "#text";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";

export interface HistogramBar {
  /** Below the bar; may be empty where there is no room for all. */
  mark: string;
  /** What the bar counts, for screen readers and under the pointer. */
  name: string;
  /** Parts of the bar, the lowest first. */
  parts: readonly { count: number; className: string }[];
  /** The library with what the bar counts. */
  href: string;
}

/** Bars that lead to what they count. Their heights are shares of the highest. */
export function Histogram({ bars, label }: { bars: readonly HistogramBar[]; label: string }) {
  const t = useText();
  const total = ({ parts }: HistogramBar) => parts.reduce((sum, { count }) => sum + count, 0);
  const highest = Math.max(1, ...bars.map(total));
  return (
    <ol aria-label={label} className="flex h-36 items-stretch gap-1">
      {bars.map((bar) => {
        const text = `${bar.name}: ${t.count(total(bar), "{count} sample", "{count} samples")}`;
        const shown = (
          <>
            <span aria-hidden className="flex min-h-0 flex-1 flex-col-reverse overflow-hidden rounded-t-xs">
              {bar.parts.map(({ count, className }) => (
                <span key={className} className={className} style={{ height: `${(count / highest) * 100}%` }} />
              ))}
            </span>
            <span className="figures h-5 border-border-strong border-t pt-1 text-center text-[10px] text-muted-foreground">
              {bar.mark}
            </span>
            <span className="sr-only">{text}</span>
          </>
        );
        const className = "flex h-full flex-col rounded-xs";
        return (
          <li key={bar.name} className="min-w-0 flex-1">
            {total(bar) === 0 ? (
              <span className={className} title={text}>
                {shown}
              </span>
            ) : (
              <Link href={bar.href} title={text} className={cn(className, "hover:bg-foreground/5")}>
                {shown}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
