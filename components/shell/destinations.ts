import {
  Activity,
  AudioLines,
  CircleQuestionMark,
  Flag,
  Gauge,
  HardDrive,
  Heart,
  Images,
  LayoutDashboard,
  Library,
  ListChecks,
  type LucideIcon,
  Mail,
  Orbit,
  ScrollText,
  Search,
  Server,
  Settings,
  ShieldAlert,
  Upload,
  UserPlus,
  Users,
} from "lucide-react";
import { msg } from "@/lib/language/text";

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** The bar of a phone has no room for it: it is reached from another page there. */
  isInSidebarOnly?: true;
}

/** The pages of the studio, in the order of the navigation, with the gallery and the help, which everybody sees. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/dashboard", label: msg("Dashboard"), icon: LayoutDashboard },
  { href: "/library", label: msg("Library"), icon: AudioLines },
  { href: "/collections", label: msg("Collections"), icon: Library },
  { href: "/search", label: msg("Search"), icon: Search },
  { href: "/galaxy", label: msg("Galaxy"), icon: Orbit, isInSidebarOnly: true },
  { href: "/gallery", label: msg("Gallery"), icon: Images, isInSidebarOnly: true },
  { href: "/following", label: msg("Following"), icon: Heart, isInSidebarOnly: true },
  { href: "/upload", label: msg("Upload"), icon: Upload },
  { href: "/settings", label: msg("Settings"), icon: Settings },
  { href: "/docs", label: msg("Help"), icon: CircleQuestionMark, isInSidebarOnly: true },
];

/** The pages that only admins see. */
export const ADMIN_DESTINATIONS: readonly Destination[] = [
  { href: "/admin", label: msg("System"), icon: Activity },
  { href: "/admin/site", label: msg("This server"), icon: Server },
  { href: "/admin/users", label: msg("Accounts"), icon: Users },
  { href: "/admin/registration", label: msg("Registration"), icon: UserPlus },
  { href: "/admin/reports", label: msg("Reports"), icon: ShieldAlert },
  { href: "/admin/jobs", label: msg("Jobs"), icon: ListChecks },
  { href: "/admin/storage", label: msg("Storage"), icon: HardDrive },
  { href: "/admin/flags", label: msg("Flags"), icon: Flag },
  { href: "/admin/limits", label: msg("Limits"), icon: Gauge },
  { href: "/admin/mail", label: msg("Mail"), icon: Mail },
  { href: "/admin/audit", label: msg("Audit log"), icon: ScrollText },
];

/**
 * Whether a page belongs to a destination: a sample's page and the trash belong to the library, batches and imports to the
 * upload, and no other page to `/admin`.
 */
export function isInside(pathname: string | null, href: string): boolean {
  if (pathname === null) return false;
  const isBelow = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  if (href === "/library" && ["/trash", "/duplicates", "/workbench", "/samples", "/visualizer"].some(isBelow))
    return true;
  if (href === "/upload" && ["/batches", "/imports"].some(isBelow)) return true;
  if (href === "/collections" && isBelow("/playlists")) return true;
  return pathname === href || (href !== "/admin" && pathname.startsWith(`${href}/`));
}
