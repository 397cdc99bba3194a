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

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** The bar of a phone has no room for it: it is reached from another page there. */
  isInSidebarOnly?: true;
}

/** The pages of the studio, in the order of the navigation, with the gallery and the help, which everybody sees. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/dashboard", label: "Dashboard", icon: LayoutDashboard },
  { href: "/library", label: "Library", icon: AudioLines },
  { href: "/collections", label: "Collections", icon: Library },
  { href: "/search", label: "Search", icon: Search },
  { href: "/galaxy", label: "Galaxy", icon: Orbit, isInSidebarOnly: true },
  { href: "/gallery", label: "Gallery", icon: Images, isInSidebarOnly: true },
  { href: "/following", label: "Following", icon: Heart, isInSidebarOnly: true },
  { href: "/upload", label: "Upload", icon: Upload },
  { href: "/settings", label: "Settings", icon: Settings },
  { href: "/docs", label: "Help", icon: CircleQuestionMark, isInSidebarOnly: true },
];

/** The pages that only admins see. */
export const ADMIN_DESTINATIONS: readonly Destination[] = [
  { href: "/admin", label: "System", icon: Activity },
  { href: "/admin/site", label: "This server", icon: Server },
  { href: "/admin/users", label: "Accounts", icon: Users },
  { href: "/admin/registration", label: "Registration", icon: UserPlus },
  { href: "/admin/reports", label: "Reports", icon: ShieldAlert },
  { href: "/admin/jobs", label: "Jobs", icon: ListChecks },
  { href: "/admin/storage", label: "Storage", icon: HardDrive },
  { href: "/admin/flags", label: "Flags", icon: Flag },
  { href: "/admin/limits", label: "Limits", icon: Gauge },
  { href: "/admin/mail", label: "Mail", icon: Mail },
  { href: "/admin/audit", label: "Audit log", icon: ScrollText },
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
