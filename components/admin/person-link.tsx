import { Link } from "@/components/ui/link";

/** An account's name and address, with a link to its page. */
export function PersonLink({ person: { id, name, email } }: { person: { id: string; name: string; email: string } }) {
  return (
    <Link href={`/admin/users/${id}`} className="group block min-w-0 rounded-sm">
      <span className="block max-w-64 truncate font-medium group-hover:text-primary">{name}</span>
      <span className="block max-w-64 truncate text-muted-foreground text-xs">{email}</span>
    </Link>
  );
}
