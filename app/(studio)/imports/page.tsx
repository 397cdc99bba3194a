import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { AddFolder } from "@/components/imports/add-folder";
import { ImportList } from "@/components/imports/import-list";
import { ImportsOff } from "@/components/imports/imports-off";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import { loadImports } from "@/lib/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Folders on the server") };
}

export default function ImportsPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("uploading", "folders-on-the-server")}
        title={t("Folders on the server")}
        description={t("Folders that are already on this machine are imported without an upload, and kept up to date.")}
        actions={
          <>
            <Link href="/upload" className="text-primary text-sm underline underline-offset-4">
              {t("Upload from your device")}
            </Link>
            <Suspense>
              <Add />
            </Suspense>
          </>
        }
      />
      <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
        <Folders />
      </Suspense>
    </>
  );
}

async function Add() {
  const { folders, off } = await loadImports();
  return off === null && folders.length > 0 ? <AddFolder /> : null;
}

async function Folders() {
  const { folders, off } = await loadImports();
  return (
    <>
      {off ? <ImportsOff reason={off} /> : null}
      {off && folders.length === 0 ? null : <ImportList folders={folders} mayAdd={off === null} />}
    </>
  );
}
