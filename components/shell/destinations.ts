import { AudioLines, LayoutDashboard, Settings, Upload } from "lucide-react";

/** The rooms of the studio, in the order in which they are shown. */
export const DESTINATIONS = [
  { href: "/dashboard", label: "Dashboard", icon: LayoutDashboard },
  { href: "/library", label: "Library", icon: AudioLines },
  { href: "/upload", label: "Upload", icon: Upload },
  { href: "/settings", label: "Settings", icon: Settings },
] as const;

/** A sample's own page belongs to the library. */
export function isInside(pathname: string | null, href: string): boolean {
  if (pathname === null) return false;
  if (href === "/library" && pathname.startsWith("/samples/")) return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}
