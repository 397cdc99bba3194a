"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";

/** Shows a secret once. Clicking beside the dialog does not close it, so that a stray click loses nothing. */
export function SecretOnce({ secret, onDone }: { secret: string | null; onDone: () => void }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  const close = () => {
    setCopied(false);
    onDone();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret ?? "");
      setCopied(true);
    } catch {
      toast.error(t("Your browser does not allow copying"), { description: t("Select the key and copy it by hand.") });
    }
  };
  return (
    <Dialog
      isOpen={secret !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
      isModal
      title={t("Copy your API key now")}
      description={t(
        "It is not shown again. Anyone who has this key can use its permissions, so keep it as safe as a password.",
      )}
    >
      <code
        data-testid="api-key-secret"
        className="block select-all break-all rounded-md border border-border-strong bg-muted p-3 font-mono text-sm"
      >
        {secret}
      </code>
      <p className="mt-3 text-muted-foreground text-sm">
        {t("Send it with each request:")} <code className="font-mono text-foreground">Authorization: Bearer smk_…</code>
      </p>
      <DialogActions>
        <Button onClick={copy}>
          {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {isCopied ? t("Copied") : t("[verb] Copy")}
        </Button>
        <Button variant="primary" onClick={close}>
          {t("I saved this key")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
