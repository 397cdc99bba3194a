"use client";

import { UploadCloud } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useText } from "#text";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { toast } from "@/components/ui/toast";
import { openSession } from "./open-session";
import type { DropRules, UploadSession } from "./upload-session";
import { usePageDrop } from "./use-page-drop";

const UPLOAD_PATH = "/upload";
const loadSession = async () => (await import("./upload-session")).uploadSession();

/** Files can be dropped or pasted on every page of the studio. They are uploaded while the person stays where they are. */
export function UploadAnywhere({ rules }: { rules: DropRules }) {
  const t = useText();
  const router = useRouter();
  const pathname = usePathname();
  const add = async (task: (session: UploadSession) => Promise<number>) => {
    const listed = await loadSession()
      .then(task)
      .catch(() => null);
    if (listed === null) {
      toast.error(t("The upload could not begin"), {
        description: t("Check your connection and drop the files again."),
      });
      return;
    }
    if (pathname === UPLOAD_PATH) return;
    const action = { label: t("Show uploads"), onClick: () => router.push(UPLOAD_PATH) };
    if (listed === 0) toast.warning(t("Nothing to upload"), { description: t("No audio file was found."), action });
    else {
      const title = t.count(listed, "Uploading {count} file", "Uploading {count} files");
      toast(title, { description: t("You can keep working here."), action });
    }
  };
  const isOver = usePageDrop({
    onNear: () => void loadSession().catch(() => {}),
    onFiles: (files) => void add((session) => session.addPicked(files, rules, t)),
    onDropped: (roots) => void add((session) => session.addDropped(roots, rules, t)),
  });
  useSampleEvents(
    (event) => openSession()?.sampleChanged(event.sampleId),
    () => openSession()?.refreshSamples(),
  );
  return isOver ? <DropOverlay takesFolders={rules.takesFolders} /> : null;
}

function DropOverlay({ takesFolders }: { takesFolders: boolean }) {
  const t = useText();
  return (
    <div className="pointer-events-none fixed inset-0 z-60 grid place-items-center bg-background/70 p-4 backdrop-blur-sm">
      <div className="glass-strong flex h-full w-full max-w-5xl flex-col items-center justify-center gap-4 rounded-xl border-2! border-primary! border-dashed! text-center sm:max-h-96">
        <UploadCloud aria-hidden className="size-10 text-primary" />
        <h2 className="font-display font-medium text-2xl tracking-tight">{t("Drop to upload")}</h2>
        <p className="text-muted-foreground">
          {takesFolders ? t("Files and folders go to your library.") : t("Files go to your library.")}
        </p>
      </div>
    </div>
  );
}
