import type { Metadata } from "next";
import { Suspense } from "react";
import { FileList } from "@/components/imports/file-list";
import { FolderSettings } from "@/components/imports/folder-settings";
import { ImportsOff } from "@/components/imports/imports-off";
import { ScanCounts } from "@/components/imports/scan-counts";
import { ScanBadge, ScanProgress } from "@/components/imports/scan-progress";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadImport } from "@/lib/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Imported folder") };
}

interface ImportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default function ImportPage(props: ImportPageProps) {
  return (
    <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
      <Folder {...props} />
    </Suspense>
  );
}

async function Folder({ params, searchParams }: ImportPageProps) {
  const t = await loadText();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { folder, list, files, next, off } = await loadImport(id, query);
  const { scan } = folder;
  const nowMs = Date.now();
  return (
    <>
      <PageHeader
        title={<span className="[overflow-wrap:anywhere]">{folder.name}</span>}
        description={folder.shownPath}
        actions={
          <Link href="/imports" className="text-primary text-sm underline underline-offset-4">
            {t("All imported folders")}
          </Link>
        }
      />
      {off ? <ImportsOff reason={off} /> : null}
      <div className="flex flex-col gap-6">
        <section aria-label={t("[noun] Import")} className="glass rounded-lg px-5 py-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            {scan ? (
              <p className="flex flex-wrap items-center gap-3 text-muted-foreground text-sm">
                <ScanBadge scan={scan} />
                {scan.finishedAt ? (
                  <span>
                    <Rich t={t} text="Scanned {when}" values={{ when: <When at={scan.finishedAt} nowMs={nowMs} /> }} />
                  </span>
                ) : null}
              </p>
            ) : null}
            <FolderSettings folder={folder} mayScan={off === null} />
          </div>
          {scan ? <ScanProgress scan={scan} name={folder.name} /> : null}
        </section>
        {scan ? <ScanCounts scan={scan} /> : null}
        <FileList folderId={folder.id} list={list} files={files} next={next} nowMs={nowMs} />
      </div>
    </>
  );
}
