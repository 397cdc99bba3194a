"use client";

import { Copy, Download } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Shown only once: the server keeps nothing but hashes of the codes. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useText();
  const text = `${codes.join("\n")}\n`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success(t("Codes copied.")),
      () => toast.error(t("Your browser does not allow copying. Select the codes and copy them by hand.")),
    );
  return (
    <section aria-labelledby="recovery-codes" className="flex max-w-md flex-col gap-4">
      <div>
        <h4 id="recovery-codes" className="font-medium text-sm">
          {t("Your recovery codes")}
        </h4>
        <p className="mt-0.5 text-muted-foreground text-sm">
          {t(
            "Each code lets you sign in once without the app. Keep them somewhere other than your phone: they are not shown again.",
          )}
        </p>
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border border-border-strong bg-muted p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onDone}>
          {t("I saved these codes")}
        </Button>
        <Button onClick={copy}>
          <Copy aria-hidden />
          {t("[verb] Copy")}
        </Button>
        <Button onClick={() => download(text)}>
          <Download aria-hidden />
          {t("[verb] Download")}
        </Button>
      </div>
    </section>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "samplemind-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}
