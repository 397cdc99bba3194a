"use client";

import { useState } from "react";
import { useText } from "#text";
import { buttonVariants } from "@/components/ui/button-variants";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { apiAddress } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import type { FileFormat } from "@/lib/playlists/schema";

const FORMATS: readonly { value: FileFormat; label: string }[] = [
  { value: "m3u8", label: msg("M3U8, for most players") },
  { value: "rekordbox", label: "rekordbox XML" },
  { value: "traktor", label: msg("Traktor NML") },
];

export interface FileDialogProps {
  name: string;
  of: { collectionId: string } | { playlistId: string };
  onClose: () => void;
}

/** A list as a file for another program. */
export function FileDialog({ name, of, onClose }: FileDialogProps) {
  const t = useText();
  const [format, setFormat] = useState<FileFormat>("m3u8");
  const [folder, setFolder] = useState("");
  const query = { format, ...(folder.trim() === "" ? {} : { folder: folder.trim() }) };
  const [href, archive] =
    "collectionId" in of
      ? [
          apiAddress("GET /collections/:id/file", { params: { id: of.collectionId }, query }),
          apiAddress("GET /collections/:id/archive", { params: { id: of.collectionId } }),
        ]
      : [
          apiAddress("GET /playlists/:id/file", { params: { id: of.playlistId }, query }),
          apiAddress("GET /playlists/:id/archive", { params: { id: of.playlistId } }),
        ];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Export {name}", { name })}
      description={t(
        "The list holds no sound. It names the files as the ZIP has them, in one folder: unpack that beside the list. The ZIP has your own samples.",
      )}
    >
      <div className="flex flex-col gap-4">
        <NativeSelect
          label={t("Format")}
          value={format}
          options={FORMATS.map(({ value, label }) => ({ value, label: t(label) }))}
          onValueChange={setFormat}
        />
        <Field
          label={t("Folder with the unpacked files")}
          description={t(
            "Such as /Users/you/Music or C:\\Music. Without it, paths are relative: M3U8 works beside the files, the others ask where they are.",
          )}
        >
          <Input value={folder} onChange={(event) => setFolder(event.currentTarget.value)} maxLength={500} />
        </Field>
      </div>
      <DialogActions>
        <a href={archive} download className={buttonVariants({ variant: "secondary" })}>
          {t("Download the samples (ZIP)")}
        </a>
        <a href={href} download className={buttonVariants({ variant: "primary" })} onClick={onClose}>
          {t("Download the file")}
        </a>
      </DialogActions>
    </Dialog>
  );
}
