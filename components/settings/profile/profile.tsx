import { SettingRow } from "@/components/settings/security/setting-row";
import { Badge } from "@/components/ui/badge";
import type { ProfileSettings } from "@/lib/accounts/schema";
import { EmailSetting } from "./email-setting";
import { NameSetting } from "./name-setting";

/** Who one is here: name, address and role. */
export function Profile({ profile, nowMs }: { profile: ProfileSettings; nowMs: number }) {
  const { name, email, role, isDemo } = profile;
  return (
    <div>
      {isDemo ? <SettingRow title="Name" description={name} /> : <NameSetting name={name} />}
      {isDemo ? <SettingRow title="E-mail" description={email} /> : <EmailSetting profile={profile} nowMs={nowMs} />}
      <SettingRow
        title="Role"
        badge={
          <Badge tone={role === "admin" ? "accent" : "neutral"} className="capitalize">
            {isDemo ? "Demo" : role}
          </Badge>
        }
        description={
          isDemo
            ? "The demo account stays as it is: its name and address cannot be changed."
            : "What you may do here. Administrators change it."
        }
      />
    </div>
  );
}
