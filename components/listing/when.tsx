import { useText } from "#text";
import { formatDateTime, formatRelativeTime } from "@/lib/format/time";

/** How long ago something happened, or how soon it will; the exact time is in the tooltip. */
export function When({ at, nowMs }: { at: string; nowMs: number }) {
  const t = useText();
  return (
    <time dateTime={at} title={formatDateTime(at, t)} className="whitespace-nowrap">
      {formatRelativeTime(at, nowMs, t)}
    </time>
  );
}
