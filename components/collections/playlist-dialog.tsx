"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { callApi } from "@/lib/api/client";
import { msg } from "@/lib/language/text";
import { CURVE_PRESETS } from "@/lib/playlists/order/curve";
import type { Generate, Wishes } from "@/lib/playlists/schema";
import { orSay } from "./call";
import { WishesForm } from "./wishes-form";

export interface PlaylistDialogProps {
  /** What it is called unless the person says otherwise. */
  name: string;
  set: Generate["set"];
  /** What can be pinned to an end, as far as it is known. */
  items: readonly { id: string; fileName: string }[];
  onClose: () => void;
}

/** Asks for the curve and the pinned ends, and makes a playlist of a set. */
export function PlaylistDialog({ name: usualName, set, items, onClose }: PlaylistDialogProps) {
  const t = useText();
  const router = useRouter();
  const [name, setName] = useState(usualName);
  const [wishes, setWishes] = useState<Wishes>({ curve: [...CURVE_PRESETS.peak.points], firstId: null, lastId: null });
  const [isPending, setPending] = useState(false);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const body = { name, set, wishes };
    const answer = await orSay(msg("The playlist"), callApi("POST /playlists", { body }), t);
    setPending(false);
    if (!answer) return;
    // The page is only hidden while another is shown: left open, the dialog would be there again on the way back.
    onClose();
    router.push(`/playlists/${answer.body.data.id}`);
  };
  return (
    <Dialog
      isOpen
      isModal
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("Make a playlist")}
      description={t(
        "Puts the samples in an order whose keys and tempos mix and whose energy follows a curve, and says why each is where it is.",
      )}
    >
      <form onSubmit={make} className="flex flex-col gap-4">
        <Field label={t("Name")}>
          <Input value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} required />
        </Field>
        <WishesForm wishes={wishes} samples={items} onChange={setWishes} />
        <DialogActions className="mt-2">
          <Button variant="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t("Make the playlist")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
