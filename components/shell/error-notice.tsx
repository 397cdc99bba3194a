"use client";

import type { SVGProps } from "react";
import { useText } from "#text";
import { StatusPage } from "./status-page";

const DOOR = "inline-flex h-9.5 items-center rounded-md px-4 font-medium text-sm";

export interface ErrorNoticeProps {
  /** The server's log has the details under this reference. Undefined if the error happened in the browser. */
  digest: string | undefined;
  retry: () => void;
}

function Warning(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      {...props}
    >
      <path d="M12 4 2.5 20.5h19zM12 10v4M12 17.2h.01" />
    </svg>
  );
}

/**
 * Every page carries this one, and parts that it shared with a page would come twice. So it is made of plain elements; its
 * links load their page anew, which is the right thing after an error.
 */
export function ErrorNotice({ digest, retry }: ErrorNoticeProps) {
  const t = useText();
  return (
    <StatusPage
      icon={Warning}
      title={t("This page could not be loaded")}
      description={
        <>
          {t("A part of the server did not answer. Your files and results are safe. Try again in a moment.")}
          {digest ? (
            <span className="mt-3 block text-xs">
              {t("Reference")} <code className="figures">{digest}</code>
            </span>
          ) : null}
        </>
      }
      actions={
        <>
          <button type="button" onClick={retry} className={`${DOOR} bg-primary text-primary-foreground`}>
            {t("Try again")}
          </button>
          <a href="/" className={`${DOOR} border border-border-strong bg-muted hover:border-input`}>
            {t("Home page")}
          </a>
          <a href="/docs/troubleshooting" className={`${DOOR} border border-border-strong bg-muted hover:border-input`}>
            {t("Help")}
          </a>
        </>
      }
    />
  );
}
