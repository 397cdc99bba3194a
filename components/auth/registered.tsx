"use client";

import { MailOpen, ShieldCheck } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { FIRST_PATH, goTo } from "./start-session";

/** For the first person, who should know what they have become. */
export function Administers() {
  const t = useText();
  return (
    <div role="status" className="glass flex flex-col items-start gap-4 rounded-xl p-6">
      <ShieldCheck aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">{t("You administer this server")}</h2>
      <p className="text-muted-foreground">
        {t(
          "Your account is the first, so you manage the others. Under Admin you decide who may create an account, and make other people admins.",
        )}
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button variant="primary" onClick={() => goTo(FIRST_PATH)}>
          {t("Upload audio")}
        </Button>
        <Button onClick={() => goTo("/admin/registration")}>{t("Who may register")}</Button>
      </div>
    </div>
  );
}

/** Says the same whether or not the address already has an account. Only an e-mail to it tells. */
export function ReadMail({ email }: { email: string }) {
  const t = useText();
  return (
    <div role="status" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <MailOpen aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">{t("Check your e-mail")}</h2>
      <p className="text-muted-foreground">
        <Rich
          t={t}
          text="We have sent a message to <address>{email}</address>. Open the link in it within 24 hours and enter the password you have just chosen."
          values={{ email }}
          parts={{
            address: (inner) => <strong className="break-all font-medium text-foreground">{inner}</strong>,
          }}
        />
      </p>
      <p className="text-muted-foreground text-sm">{t("Nothing after a few minutes? Check your spam folder.")}</p>
    </div>
  );
}
