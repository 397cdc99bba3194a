import { useText } from "#text";
import { SettingRow } from "@/components/settings/setting-row";
import { Badge } from "@/components/ui/badge";
import type { ProfileSettings } from "@/lib/accounts/schema";
import { EmailSetting } from "./email-setting";
import { NameSetting } from "./name-setting";

/** A person's name, e-mail address and role. */
export function Profile({ profile, nowMs }: { profile: ProfileSettings; nowMs: number }) {
  const t = useText();
  const { name, email, role, roleName, isDemo } = profile;
  return (
    <div>
      {isDemo ? <SettingRow title={t("Name")} description={name} /> : <NameSetting name={name} />}
      {isDemo ? (
        <SettingRow title={t("E-mail address")} description={email} />
      ) : (
        <EmailSetting profile={profile} nowMs={nowMs} />
      )}
      <SettingRow
        title={t("Role")}
        badge={
          <Badge tone={role === "admin" ? "accent" : "neutral"} className="capitalize">
            {isDemo ? t("Demo") : t(roleName)}
          </Badge>
        }
        description={
          isDemo
            ? t("The name and e-mail address of the demo account cannot be changed.")
            : t("Decides what you can do here. Only admins can change it.")
        }
      />
    </div>
  );
}
