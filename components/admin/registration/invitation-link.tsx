"use client";

import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

/** Shows the link of a new invitation, once. */
export function InvitationLink({ link, onDone }: { link: string | null; onDone: () => void }) {
  const t = useText();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link ?? "");
      toast.success(t("The link was copied."));
    } catch {
      toast.error(t("Your browser does not allow copying"), { description: t("Select the link and copy it by hand.") });
    }
  };
  return (
    <Dialog
      isOpen={link !== null}
      onOpenChange={(isOpen) => !isOpen && onDone()}
      isModal
      title={t("Pass on this link now")}
      description={t("It is not shown again. If you lose it, withdraw the invitation and make another one.")}
    >
      <code
        data-testid="invitation-link"
        className="block select-all break-all rounded-md border border-border-strong bg-muted p-3 font-mono text-sm"
      >
        {link}
      </code>
      <DialogActions>
        <Button onClick={copy}>{t("Copy")}</Button>
        <Button variant="primary" onClick={onDone}>
          {t("Done")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
