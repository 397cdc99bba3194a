import type { DeclaredError, DeclaredErrors } from "@/lib/api/http/operation";
import { FEATURE_OFF } from "@/lib/api/http/refusals";
import { msg } from "@/lib/language/text";

export const DEMO_ACCOUNT = {
  status: 403,
  title: "The demo account shows nothing to everybody",
  detail: "Create an account of your own.",
} satisfies DeclaredError;
export const NO_PUBLIC_PAGE = {
  status: 409,
  title: "There is no public page yet",
  detail: "Make one first: a name and an address for yourself.",
} satisfies DeclaredError;
export const HANDLE_TAKEN = {
  status: 409,
  title: "Somebody else has this address",
  detail: "Choose another handle. Nothing was changed.",
} satisfies DeclaredError;

/** Why a picture is not taken. The one before stays. */
export const PICTURE_ERRORS = {
  not_a_picture: {
    status: 422,
    title: msg("This is no picture that can be read"),
    detail: msg("Send a whole JPEG, PNG, WebP or GIF file. Your picture is as it was."),
  },
  too_many_pixels: {
    status: 422,
    title: msg("The picture has too many pixels"),
    detail: msg("Send one of at most 32 megapixels. Your picture is as it was."),
  },
  moving_picture: {
    status: 422,
    title: msg("The picture moves"),
    detail: msg("Send one that stands still. Your picture is as it was."),
  },
  too_large: {
    status: 413,
    title: msg("The picture is larger than 8 MB"),
    detail: msg("Send a smaller file. Your picture is as it was."),
  },
  busy: {
    status: 429,
    title: msg("Too many files are waiting"),
    detail: msg("Send it again when the others are done."),
    retryAfterSeconds: 2,
  },
  no_public_page: NO_PUBLIC_PAGE,
  demo_account: DEMO_ACCOUNT,
  feature_off: FEATURE_OFF,
} satisfies DeclaredErrors;
