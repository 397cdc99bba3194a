import { CircleAlert } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { formatDate } from "@/lib/format/time";

/** Says that storage has lost the file, and what still works. */
export function MissingOriginal({ since }: { since: string }) {
  const t = useText();
  return (
    <section aria-label={t("File missing")} className="glass flex flex-col gap-2 rounded-lg border-danger/40 p-5">
      <h2 className="flex items-center gap-2.5 font-display font-medium text-lg tracking-tight">
        <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
        {t("The file of this sample is missing")}
      </h2>
      <p className="max-w-prose text-muted-foreground text-sm">
        <Rich
          t={t}
          text="This server's storage has not had it since <time>{date}</time>. What was measured is kept, but the sound cannot be played or downloaded. If you still have the file, upload it again."
          values={{ date: formatDate(since, t) }}
          parts={{ time: (inner) => <time dateTime={since}>{inner}</time> }}
        />
      </p>
    </section>
  );
}
