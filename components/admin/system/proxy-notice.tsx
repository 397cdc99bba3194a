import { Waypoints } from "lucide-react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";

/** Shown only if a proxy forwards requests that `TRUSTED_PROXY_HOPS` does not count. */
export function ProxyNotice({ proxy }: { proxy: string | null }) {
  const t = useText();
  if (proxy === null) return null;
  return (
    <p className="flex items-center gap-3 rounded-lg border border-warning/35 bg-warning/12 px-4 py-3 text-sm">
      <Waypoints aria-hidden className="size-5 shrink-0 text-warning" />
      <span>
        <Rich
          t={t}
          text="A proxy at {proxy} forwards requests, but <code>TRUSTED_PROXY_HOPS</code> is 0. All visitors therefore share its address, and with it their limits. Set the variable to the number of proxies in front of SampleMind."
          values={{ proxy }}
          parts={{ code: (inner) => <code>{inner}</code> }}
        />
      </span>
    </p>
  );
}
