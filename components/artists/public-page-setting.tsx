"use client";

import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toast } from "@/components/ui/toast";
import type { Artist } from "@/lib/artists/schema";
import { ArtistForm } from "./artist-form";
import { PictureSetting } from "./picture-setting";

/** The public page in the settings: what is there, and the form that changes it. */
export function PublicPageSetting({ artist, isDemo }: { artist: Artist | null; isDemo: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (isDemo) return <p className="text-muted-foreground text-sm">{t("The demo account has no public page.")}</p>;
  if (isOpen) {
    const done = () => {
      toast.success(t("Saved."));
      setOpen(false);
    };
    return <ArtistForm artist={artist} onDone={done} onClose={() => setOpen(false)} />;
  }
  return (
    <div className="flex flex-col gap-5">
      <Summary artist={artist} onEdit={() => setOpen(true)} />
      {artist ? <PictureSetting artist={artist} /> : null}
    </div>
  );
}

function Summary({ artist, onEdit }: { artist: Artist | null; onEdit: () => void }) {
  const t = useText();
  const address = `/artists/${artist?.handle}`;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="wrap-anywhere min-w-0 text-sm">
        {artist ? (
          <>
            {artist.name}, <span className="text-muted-foreground">{address}</span>
          </>
        ) : (
          <span className="text-muted-foreground">
            {t("You have none. Nobody sees anything of you until you make one and publish a sample.")}
          </span>
        )}
      </p>
      <div className="flex gap-2">
        {artist ? (
          <ButtonLink size="sm" href={address}>
            {t("Open")}
          </ButtonLink>
        ) : null}
        <Button size="sm" onClick={onEdit}>
          {artist ? t("Edit") : t("Make a public page")}
        </Button>
      </div>
    </div>
  );
}
