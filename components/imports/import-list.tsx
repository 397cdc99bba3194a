"use client";

import { FolderInput } from "lucide-react";
import { useText } from "#text";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { helpAddress } from "@/lib/help/addresses";
import type { ImportFolder } from "@/lib/imports/schema";
import type { Text } from "@/lib/language/text";
import { AddFolder } from "./add-folder";
import { ScanButtons } from "./scan-buttons";
import { ScanBadge, ScanProgress } from "./scan-progress";
import { isUnderWay } from "./scan-text";

const REFRESH_MS = 2_000;

/** The person's folders, and how far each is. */
export function ImportList({ folders, mayAdd }: { folders: readonly ImportFolder[]; mayAdd: boolean }) {
  const t = useText();
  useRefreshWhile(folders.some(isUnderWay), REFRESH_MS);
  if (folders.length === 0) {
    return (
      <section aria-label={t("Imported folders")} className="glass rounded-lg">
        <EmptyState
          icon={FolderInput}
          help={helpAddress("uploading", "folders-on-the-server")}
          title={t("No folder is imported yet")}
          description={t(
            "Choose a folder on this server. Its files are read in the background, and nothing in it is changed.",
          )}
          action={mayAdd ? <AddFolder /> : undefined}
        />
      </section>
    );
  }
  return (
    <ul aria-label={t("Imported folders")} className="flex flex-col gap-4">
      {folders.map((folder) => (
        <li key={folder.id} className="glass rounded-lg px-5 py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <h2 className="font-medium [overflow-wrap:anywhere]">
                <Link href={`/imports/${folder.id}`} className="rounded-sm underline-offset-4 hover:underline">
                  {folder.name}
                </Link>
              </h2>
              <p className="text-muted-foreground text-xs [overflow-wrap:anywhere]">{folder.shownPath}</p>
              <p className="figures mt-1 text-muted-foreground text-sm">{summaryOf(folder, t)}</p>
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {folder.scan ? <ScanBadge scan={folder.scan} /> : null}
              <ScanButtons folder={folder} mayScan={mayAdd} />
            </div>
          </div>
          {folder.scan ? <ScanProgress scan={folder.scan} name={folder.name} /> : null}
        </li>
      ))}
    </ul>
  );
}

function summaryOf({ files, gone, changed, scan }: ImportFolder, t: Text): string {
  const problems = (scan?.filesFailed ?? 0) + (scan?.notAnalysed ?? 0);
  const parts = [
    t.count(files, "{count} file", "{count} files"),
    ...(problems > 0 ? [t.count(problems, "{count} problem", "{count} problems")] : []),
    ...(gone > 0 ? [t("{count} gone", { count: gone })] : []),
    ...(changed > 0 ? [t("{count} changed since", { count: changed })] : []),
  ];
  return parts.join(" · ");
}
