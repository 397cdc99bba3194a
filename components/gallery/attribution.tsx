"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** What to write beside a work that uses the sound, ready to be copied. Without scripts it can be selected. */
export function Attribution({ text }: { text: string }) {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(t("The browser did not let it be copied. Select the text instead."));
    }
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="wrap-anywhere w-full select-all rounded-md bg-muted p-3 text-sm">{text}</p>
      <Button size="sm" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {isCopied ? t("Copied") : t("Copy the attribution")}
      </Button>
    </div>
  );
}
