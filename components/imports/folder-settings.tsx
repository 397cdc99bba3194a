"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useText } from "#text";
import { Confirm } from "@/components/forms/confirm";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { callApi } from "@/lib/api/client";
import type { Schedule } from "@/lib/imports/constants";
import type { ImportFolder } from "@/lib/imports/schema";
import { ScanButtons } from "./scan-buttons";
import { isUnderWay, scheduleOptions } from "./scan-text";
import { useImportCall } from "./use-import-call";

const REFRESH_MS = 2_000;

/** What a person can do with one folder. */
export function FolderSettings({ folder, mayScan }: { folder: ImportFolder; mayScan: boolean }) {
  const t = useText();
  const router = useRouter();
  const { pending, run } = useImportCall();
  const [isRemoving, setRemoving] = useState(false);
  useRefreshWhile(isUnderWay(folder), REFRESH_MS);
  const params = { id: folder.id };
  const remove = async () => {
    const answer = await run("remove", () => callApi("DELETE /imports/:id", { params }));
    setRemoving(false);
    if (answer?.ok) router.push("/imports");
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <NativeSelect<Schedule>
        label={t("How often it is scanned again")}
        options={scheduleOptions(t)}
        value={folder.schedule}
        onValueChange={(schedule) =>
          void run("schedule", () => callApi("PATCH /imports/:id", { params, body: { schedule } }))
        }
      />
      <ScanButtons folder={folder} mayScan={mayScan} />
      <Button size="sm" variant="ghost" onClick={() => setRemoving(true)}>
        <Trash2 aria-hidden />
        {t("Remove")}
      </Button>
      {isRemoving ? (
        <Confirm
          title={t("Remove {name} from your imports?", { name: folder.name })}
          description={t(
            "It is not scanned any more, and what is known about its files is forgotten. Your samples stay, and so do the files on the server.",
          )}
          action={t("Remove")}
          isPending={pending === "remove"}
          onConfirm={() => void remove()}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </div>
  );
}
