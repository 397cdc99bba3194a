"use client";

import { FolderPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";

const ChooseFolder = lazy(() => import("./choose-folder").then(({ ChooseFolder }) => ({ default: ChooseFolder })));

/** Opens the choice of folders, whose code comes with the first press. */
export function AddFolder() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <FolderPlus aria-hidden />
        {t("Import a folder")}
      </Button>
      {isOpen ? (
        <Suspense>
          <ChooseFolder onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
