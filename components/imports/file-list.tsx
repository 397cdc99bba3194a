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
import { FAILURE_TEXTS, type Tone } from "./scan-text";

const LABELS: Readonly<Record<ListName, string>> = {
  all: "All",
  problems: "Problems",
  gone: "Gone",
  changed: "Changed since",
  moved: "Moved",
};
const EMPTY: Readonly<Record<ListName, string>> = {
  all: "No file was found yet.",
  problems: "Nothing went wrong.",
  gone: "No file is gone.",
  changed: "No file was changed since it was imported.",
  moved: "No file has moved.",
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
  const path = `/imports/${folderId}`;
  return (
    <Panel title="Files" isFlush>
      <nav aria-label="Lists of files" className="flex flex-wrap gap-1 px-5 pb-4">
        {FILE_LISTS.map((name) => (
          <ButtonLink
            key={name}
            href={pageHref(path, { list: name === "all" ? "" : name })}
            size="sm"
            variant={name === list ? "secondary" : "ghost"}
            aria-current={name === list ? "page" : undefined}
          >
            {LABELS[name]}
          </ButtonLink>
        ))}
      </nav>
      {files.length === 0 ? <EmptyNote>{EMPTY[list]}</EmptyNote> : null}
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
              {formatBytes(file.sizeBytes)}
              <Badge tone={toneOf(file)}>{wordOf(file)}</Badge>
            </p>
          </li>
        ))}
      </ul>
      {next ? (
        <p className="px-5 py-3.5">
          <ButtonLink href={pageHref(path, { list: list === "all" ? "" : list, after: next })} size="sm" rel="next">
            More files
          </ButtonLink>
        </p>
      ) : null}
    </Panel>
  );
}

function Remarks({ file, nowMs }: { file: ImportedFile; nowMs: number }) {
  const { failure, analysisFailure, goneAt, replacedAt, movedFrom } = file;
  const line = cn(
    "text-xs [overflow-wrap:anywhere]",
    failure || analysisFailure ? "text-danger" : "text-muted-foreground",
  );
  if (failure) return <p className={line}>{FAILURE_TEXTS[failure]}.</p>;
  if (analysisFailure) return <p className={line}>{analysisFailure}</p>;
  if (replacedAt) {
    return (
      <p className={line}>
        The file has other bytes since <When at={replacedAt} nowMs={nowMs} />. This sample is the old version.
      </p>
    );
  }
  if (goneAt) {
    return (
      <p className={line}>
        Not in the folder since <When at={goneAt} nowMs={nowMs} />. The sample is kept.
      </p>
    );
  }
  return movedFrom ? <p className={line}>Was {movedFrom}</p> : null;
}

function wordOf({ isWaiting, state, failure, analysisFailure, goneAt, replacedAt }: ImportedFile): string {
  if (replacedAt) return "Changed since";
  if (goneAt) return "Gone";
  if (isWaiting) return "Waiting";
  if (failure || state === "failed") return "Failed";
  if (analysisFailure) return "Not analysed";
  return state === "known" ? "Known before" : "Imported";
}

function toneOf({ isWaiting, failure, analysisFailure, goneAt, replacedAt }: ImportedFile): Tone {
  if (failure || analysisFailure) return "danger";
  if (goneAt || replacedAt) return "warning";
  return isWaiting ? "neutral" : "success";
}
