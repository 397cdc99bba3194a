import { formatRelativeTime } from "@/lib/format/time";

/** How long ago something happened; the exact time is in the tooltip. */
export function When({ at, nowMs }: { at: string; nowMs: number }) {
  return (
    <time dateTime={at} title={at.replace("T", " ").replace(/\.\d+Z$/, " UTC")} className="whitespace-nowrap">
      {formatRelativeTime(at, nowMs)}
    </time>
  );
}
