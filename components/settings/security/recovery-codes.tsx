"use client";

import { Copy, Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

/** Shown this once: the server keeps only what it needs to recognise them. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = `${codes.join("\n")}\n`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success("Copied."),
      () => toast.error("Nothing was copied: the browser does not allow it. Select the codes instead."),
    );
  return (
    <section aria-labelledby="recovery-codes" className="flex max-w-md flex-col gap-4">
      <div>
        <h4 id="recovery-codes" className="font-medium text-sm">
          Your recovery codes
        </h4>
        <p className="mt-0.5 text-muted-foreground text-sm">
          Each lets you in once without the app. Put them where your phone is not: they are not shown again.
        </p>
      </div>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border border-border-strong bg-muted p-4 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onDone}>
          I have put them away
        </Button>
        <Button onClick={copy}>
          <Copy aria-hidden />
          Copy
        </Button>
        <Button onClick={() => download(text)}>
          <Download aria-hidden />
          Download
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
