import { useSite } from "#site";
import { cn } from "@/lib/cn";

const BARS = [
  { x: 2, height: 8 },
  { x: 7, height: 18 },
  { x: 12, height: 12 },
  { x: 17, height: 22 },
  { x: 22, height: 10 },
] as const;

/** Five bars of a level meter. The highest has the accent colour. */
function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true" className={cn("size-6", className)}>
      {BARS.map(({ x, height }) => (
        <rect
          key={x}
          x={x - 0.5}
          y={(26 - height) / 2}
          width="3"
          height={height}
          rx="1.5"
          className={height === 22 ? "fill-accent" : "fill-primary"}
        />
      ))}
    </svg>
  );
}

export interface WordmarkProps {
  className?: string;
  /** Of the name beside the logo. */
  nameClassName?: string;
}

export function Wordmark({ className, nameClassName }: WordmarkProps) {
  const { name } = useSite();
  return (
    <span
      className={cn(
        "inline-flex min-w-0 items-center gap-2.5 font-display font-medium text-lg tracking-tight",
        className,
      )}
    >
      <Logo />
      <span className={cn("max-w-60 truncate", nameClassName)}>
        <bdi>{name}</bdi>
      </span>
    </span>
  );
}
