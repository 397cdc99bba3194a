import { CircleAlert } from "lucide-react";
import { formatDate } from "@/lib/format/time";

/** Says that storage has lost the file, and what still works. */
export function MissingOriginal({ since }: { since: string }) {
  return (
    <section aria-label="File missing" className="glass flex flex-col gap-2 rounded-lg border-danger/40 p-5">
      <h2 className="flex items-center gap-2.5 font-display font-medium text-lg tracking-tight">
        <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
        The file of this sample is missing
      </h2>
      <p className="max-w-prose text-muted-foreground text-sm">
        This server's storage has not had it since <time dateTime={since}>{formatDate(since)}</time>. What was measured
        is kept, but the sound cannot be played or downloaded. If you still have the file, upload it again.
      </p>
    </section>
  );
}
