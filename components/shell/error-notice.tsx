"use client";

import { TriangleAlert } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusPage } from "./status-page";

export interface ErrorNoticeProps {
  /** The server's log has the details under this reference. Undefined if the error happened in the browser. */
  digest: string | undefined;
  retry: () => void;
}

export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  const t = useText();
  return (
    <StatusPage
      icon={TriangleAlert}
      title={t("This page could not be loaded")}
      description={
        <>
          {t("A part of the server did not answer. Your files and results are safe. Try again in a moment.")}
          {digest ? (
            <span className="mt-3 block text-xs">
              <Rich
                t={t}
                text="Reference <code>{digest}</code>"
                values={{ digest }}
                parts={{ code: (inner) => <code className="figures">{inner}</code> }}
              />
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            {t("Try again")}
          </Button>
          <ButtonLink href="/">{t("Home page")}</ButtonLink>
          <ButtonLink href="/docs/troubleshooting">{t("Help")}</ButtonLink>
        </>
      }
    />
  );
}
