import { defineOperation } from "@/lib/api/http/operation";
import { empty } from "@/lib/api/http/responses";
import { removeAvatar } from "@/lib/artists/avatar/mutations";

export const removeArtistPicture = defineOperation({
  method: "DELETE",
  path: "/artist/picture",
  summary: "Takes the picture off your public page.",
  scope: "gallery:publish",
  rateClass: "default",
  response: empty(),
  handle: ({ ctx }) => removeAvatar(ctx),
});
