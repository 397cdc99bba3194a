import { useText } from "#text";
import { PreviewButton } from "@/components/player/preview-button";
import { trackOf } from "@/components/samples/sample-track";
import { Link } from "@/components/ui/link";
import { formatPercent } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";

export interface RelatedRowProps {
  sample: SampleRow;
  /** Under the name, in two lines at most: why it is here. */
  reason: string;
  /** 0–1. Null where nothing is compared. */
  score: number | null;
}

/** One sample in a pane beside another. Every row is equally high, so that the skeleton is as well. */
export function RelatedRow({ sample, reason, score }: RelatedRowProps) {
  const t = useText();
  return (
    <li className="flex h-16 items-center gap-3">
      <PreviewButton id={sample.id} fileName={sample.fileName} track={trackOf(sample)} />
      <div className="min-w-0 flex-1">
        <Link
          href={`/samples/${sample.id}`}
          title={sample.fileName}
          className="block truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
        >
          {sample.fileName}
        </Link>
        <p className="line-clamp-2 text-muted-foreground text-xs" title={reason}>
          {reason}
        </p>
      </div>
      {score === null ? null : (
        <p className="figures text-primary text-sm">
          <span className="sr-only">{t("Match:")} </span>
          {formatPercent(score, t)}
        </p>
      )}
    </li>
  );
}
