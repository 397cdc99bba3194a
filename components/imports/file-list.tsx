import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { EmptyNote } from "@/components/listing/empty-note";
import { pageHref } from "@/components/listing/page-href";
import { When } from "@/components/listing/when";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { cn } from "@/lib/cn";
import { formatBytes } from "@/lib/format/bytes";
import { FILE_LISTS, type FileList as ListName } from "@/lib/imports/constants";
import type { ImportedFile } from "@/lib/imports/schema";
import { msg } from "@/lib/language/text";
import { FAILURE_TEXTS, type Tone } from "./scan-text";

const LABELS: Readonly<Record<ListName, string>> = {
  all: msg("All"),
  problems: msg("Problems"),
  gone: msg("[of files] Gone"),
  changed: msg("Changed since"),
  moved: msg("[of files] Moved"),
};
const EMPTY: Readonly<Record<ListName, string>> = {
  all: msg("No file was found yet."),
  problems: msg("Nothing went wrong."),
  gone: msg("No file is gone."),
  changed: msg("No file was changed since it was imported."),
  moved: msg("No file has moved."),
};

export interface FileListProps {
  folderId: string;
  list: ListName;
  files: readonly ImportedFile[];
  next: string | null;
  nowMs: number;
}

/** The files of a folder, by what became of them. */
export function FileList({ folderId, list, files, next, nowMs }: FileListProps) {
  const t = useText();
  const path = `/imports/${folderId}`;
  return (
    <Panel title={t("Files")} isFlush>
      <nav aria-label={t("Lists of files")} className="flex flex-wrap gap-1 px-5 pb-4">
        {FILE_LISTS.map((name) => (
          <ButtonLink
            key={name}
            href={pageHref(path, { list: name === "all" ? "" : name })}
            size="sm"
            variant={name === list ? "secondary" : "ghost"}
            aria-current={name === list ? "page" : undefined}
          >
            {t(LABELS[name])}
          </ButtonLink>
        ))}
      </nav>
      {files.length === 0 ? <EmptyNote>{t(EMPTY[list])}</EmptyNote> : null}
      <ul className="divide-y divide-border border-t">
        {files.map((file) => (
          <li
            key={file.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-2.5 text-sm"
          >
            <div className="min-w-0">
              <p className="[overflow-wrap:anywhere]">
                {file.sampleId ? (
                  <Link href={`/samples/${file.sampleId}`} className="rounded-sm underline-offset-4 hover:underline">
                    {file.shownPath}
                  </Link>
                ) : (
                  file.shownPath
                )}
              </p>
              <Remarks file={file} nowMs={nowMs} />
            </div>
            <p className="figures flex items-center gap-3 text-muted-foreground text-xs">
              {formatBytes(file.sizeBytes, t)}
              <Badge tone={toneOf(file)}>{t(wordOf(file))}</Badge>
            </p>
          </li>
        ))}
      </ul>
      {next ? (
        <p className="px-5 py-3.5">
          <ButtonLink href={pageHref(path, { list: list === "all" ? "" : list, after: next })} size="sm" rel="next">
            {t("More files")}
          </ButtonLink>
        </p>
      ) : null}
    </Panel>
  );
}

function Remarks({ file, nowMs }: { file: ImportedFile; nowMs: number }) {
  const t = useText();
  const { failure, analysisFailure, goneAt, replacedAt, movedFrom } = file;
  const line = cn(
    "text-xs [overflow-wrap:anywhere]",
    failure || analysisFailure ? "text-danger" : "text-muted-foreground",
  );
  if (failure) return <p className={line}>{t(FAILURE_TEXTS[failure])}.</p>;
  if (analysisFailure) return <p className={line}>{t(analysisFailure)}</p>;
  if (replacedAt) {
    return (
      <p className={line}>
        <Rich
          t={t}
          text="The file has other bytes since {when}. This sample is the old version."
          values={{ when: <When at={replacedAt} nowMs={nowMs} /> }}
        />
      </p>
    );
  }
  if (goneAt) {
    return (
      <p className={line}>
        <Rich
          t={t}
          text="Not in the folder since {when}. The sample is kept."
          values={{ when: <When at={goneAt} nowMs={nowMs} /> }}
        />
      </p>
    );
  }
  return movedFrom ? <p className={line}>{t("Was {path}", { path: movedFrom })}</p> : null;
}

function wordOf({ isWaiting, state, failure, analysisFailure, goneAt, replacedAt }: ImportedFile): string {
  if (replacedAt) return msg("Changed since");
  if (goneAt) return msg("[of files] Gone");
  if (isWaiting) return msg("Waiting");
  if (failure || state === "failed") return msg("Failed");
  if (analysisFailure) return msg("Not analysed");
  return state === "known" ? msg("Known before") : msg("Imported");
}

function toneOf({ isWaiting, failure, analysisFailure, goneAt, replacedAt }: ImportedFile): Tone {
  if (failure || analysisFailure) return "danger";
  if (goneAt || replacedAt) return "warning";
  return isWaiting ? "neutral" : "success";
}
