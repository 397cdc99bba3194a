import { AVATAR_SIDES, type AvatarSize } from "@/lib/analysis/pictures/avatar-sides";
import { avatarPath } from "@/lib/artists/avatar/address";
import { cn } from "@/lib/cn";

interface AvatarProps {
  artist: { handle: string; name: string; avatar: string | null };
  size: AvatarSize;
  className?: string;
}

/** A person's picture, or the first letter of their name. It says nothing that the name beside it does not. */
export function Avatar({ artist: { handle, name, avatar }, size, className }: AvatarProps) {
  const shape = cn("shrink-0 rounded-full border bg-muted object-cover", className);
  if (avatar === null) {
    return (
      <span aria-hidden className={cn(shape, "grid place-items-center font-display text-muted-foreground")}>
        {Array.from(name.trim())[0]?.toLocaleUpperCase("en") ?? "?"}
      </span>
    );
  }
  const side = AVATAR_SIDES[size];
  return (
    // biome-ignore lint/performance/noImgElement: drawn small by us already
    <img
      src={avatarPath({ handle, avatar }, size)}
      alt=""
      width={side}
      height={side}
      decoding="async"
      className={shape}
    />
  );
}
