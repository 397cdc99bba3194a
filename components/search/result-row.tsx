import { Copy } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { PreviewButton } from "@/components/player/preview-button";
import { BpmValue, KeyValue, KindValue } from "@/components/samples/row-values";
import { trackOf } from "@/components/samples/sample-track";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { formatDuration } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";
import { formatPercent } from "@/lib/music/notation";
import type { SearchHit } from "@/lib/search/schema";
import { ASPECT_NAMES, aspectMatches, matchShare, matchTexts } from "./match-text";
import { MOST_EXAMPLES } from "./search-address";
import { hasSound, type SearchAddress, searchHref } from "./search-href";

export interface ResultRowProps {
  hit: SearchHit;
  /** The search that it is a result of. */
  address: SearchAddress;
  /** Whether sounds can be searched with. */
  canCompare: boolean;
}

/** One result: what it is, why it is there, and how well it matches. */
export function ResultRow({ hit, address, canCompare }: ResultRowProps) {
  const t = useText();
  const { sample, copies } = hit;
  const share = matchShare(hit);
  const reasons = reasonsOf(hit, t);
  const { id, fileName, folderPath } = sample;
  return (
    <li className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-b px-3 py-3 last:border-b-0 hover:bg-muted md:grid-cols-[2.5rem_minmax(0,1fr)_24rem_6.5rem] md:px-4">
      <PreviewButton id={id} fileName={fileName} track={trackOf(sample)} />
      <div className="min-w-0">
        <Link
          href={`/samples/${id}`}
          title={fileName}
          className="block truncate rounded-xs font-medium text-sm underline-offset-4 hover:text-primary hover:underline"
        >
          {fileName}
        </Link>
        <p className="truncate text-muted-foreground text-xs" title={folderPath || undefined}>
          {copies.length > 0 ? (
            <span
              className="mr-2 inline-flex items-center gap-1"
              title={t.count(copies.length, "{count} more copy", "{count} more copies")}
            >
              <Copy aria-hidden className="size-3" />+{t.count(copies.length, "{count} copy", "{count} copies")}
            </span>
          ) : null}
          {folderPath}
        </p>
      </div>
      <Score share={share} />
      <dl className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm max-md:-col-end-1 max-md:col-start-2 md:col-start-3 md:row-start-1 md:grid md:grid-cols-[5.5rem_4rem_5rem_1fr]">
        <Value name={t("Kind")}>
          <KindValue row={sample} />
        </Value>
        <Value name={t("Length")}>
          <span className="figures">
            {sample.durationSeconds === null ? "–" : formatDuration(sample.durationSeconds, t)}
          </span>
        </Value>
        <Value name={t("Tempo")}>
          <BpmValue row={sample} />
          {sample.bpm === null ? null : <span className="text-muted-foreground text-xs"> BPM</span>}
        </Value>
        <Value name={t("Key")}>
          <KeyValue row={sample} />
        </Value>
      </dl>
      {reasons}
      {canCompare && sample.status === "completed" ? (
        <Comparisons sample={sample} address={address} isAlone={reasons === null && share === null} />
      ) : null}
    </li>
  );
}

function Value({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="whitespace-nowrap">
      <dt className="sr-only">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A sorted list has no best match, so its rows have no score. */
function Score({ share }: { share: number | null }) {
  const t = useText();
  if (share === null) return <span className="md:hidden" />;
  return (
    <p
      className="figures text-right text-primary text-sm md:col-start-4 md:row-start-1"
      title={t("How well it matches")}
    >
      <span className="sr-only">{t("Match:")} </span>
      {formatPercent(share, t)}
    </p>
  );
}

/** Null if there is nothing to say, as in a plain list. */
function reasonsOf({ explanation }: SearchHit, t: Text): ReactNode {
  const texts = matchTexts(explanation, t);
  const aspects = aspectMatches(explanation);
  if (texts.length + aspects.length === 0) return null;
  return (
    <div className="-col-end-1 col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-xs md:col-end-3 md:row-start-2">
      <span className="sr-only">{t("Why it matches:")}</span>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {aspects.map(({ aspect, share }) => (
        <span key={aspect} className="inline-flex items-center gap-1.5 whitespace-nowrap">
          {t(ASPECT_NAMES[aspect])}
          <span aria-hidden className="h-1 w-10 overflow-hidden rounded-full bg-border-strong">
            <span className="block h-full bg-primary" style={{ width: `${share * 100}%` }} />
          </span>
          <span className="figures">{formatPercent(share, t)}</span>
        </span>
      ))}
    </div>
  );
}

interface ComparisonsProps {
  sample: SearchHit["sample"];
  address: SearchAddress;
  /** Whether nothing else stands in the second line. */
  isAlone: boolean;
}

/** Searches that go on from this result. */
function Comparisons({ sample, address, isAlone }: ComparisonsProps) {
  const t = useText();
  return (
    <span
      className={cn(
        "-col-end-1 col-start-2 flex justify-end gap-4 text-xs",
        isAlone ? "md:col-start-4 md:row-start-1" : "md:col-start-3 md:row-start-2",
      )}
    >
      {hasSound(address) && address.unlike.length < MOST_EXAMPLES ? (
        <Link
          href={searchHref({ ...address, unlike: [...address.unlike, sample.id] })}
          aria-label={t("Not like this: {name}", { name: sample.fileName })}
          className="whitespace-nowrap rounded-xs text-muted-foreground underline-offset-4 hover:text-foreground hover:underline"
        >
          {t("Not like this")}
        </Link>
      ) : null}
      <Link
        href={searchHref({ like: [sample.id] })}
        aria-label={t("Sounds like this: {name}", { name: sample.fileName })}
        className="whitespace-nowrap rounded-xs text-primary underline-offset-4 hover:underline"
      >
        {t("Sounds like this")}
      </Link>
    </span>
  );
}
