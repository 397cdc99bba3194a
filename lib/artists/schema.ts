import { z } from "zod";
import { publicLine, publicText } from "@/lib/format/public-text";
import { msg } from "@/lib/language/text";
import {
  ARTIST_NAME_MAX,
  BIO_MAX,
  HANDLE_MAX,
  HANDLE_MIN,
  LINK_LABEL_MAX,
  LINK_URL_MAX,
  LINKS_MAX,
  RESERVED_HANDLES,
} from "./constants";

export interface ArtistLink {
  label: string;
  url: string;
}

/** What everybody sees of a person. */
export interface Artist {
  handle: string;
  name: string;
  bio: string;
  links: ArtistLink[];
  /** Which picture it is, as its address names it. Null without one. */
  avatar: string | null;
}

/** As people count characters. */
const atMost = (most: number) => (text: string) => [...text].length <= most;

const HANDLE_SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const handleSchema = z
  .string()
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(HANDLE_MIN, msg`Use at least ${HANDLE_MIN} characters`)
      .max(HANDLE_MAX, msg`Use at most ${HANDLE_MAX} characters`)
      .regex(HANDLE_SHAPE, msg("Use small letters a–z, digits, and single hyphens between them"))
      .refine((handle) => !RESERVED_HANDLES.has(handle), msg("This name is reserved. Choose another one")),
  );

/** Only `https`: a link of another kind could run something or leave in the clear. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hostname } = new URL(text);
  return protocol === "https:" && username === "" && password === "" && hostname.includes(".");
}

const linkSchema = z.object({
  label: z
    .string()
    .transform(publicLine)
    .pipe(
      z
        .string()
        .min(1, msg("Enter what the link is called"))
        .refine(atMost(LINK_LABEL_MAX), msg`Use at most ${LINK_LABEL_MAX} characters`),
    ),
  url: z
    .string()
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .max(LINK_URL_MAX, msg`Use at most ${LINK_URL_MAX} characters`)
        .refine(isSafeUrl, msg("Enter an address that begins with https://"))
        .transform((text) => new URL(text).toString()),
    ),
});

export const saveArtistSchema = z.object({
  handle: handleSchema,
  name: z
    .string()
    .transform(publicLine)
    .pipe(
      z
        .string()
        .min(1, msg("Enter the name that others see"))
        .refine(atMost(ARTIST_NAME_MAX), msg`Use at most ${ARTIST_NAME_MAX} characters`),
    ),
  bio: z
    .string()
    .default("")
    .transform(publicText)
    .pipe(z.string().refine(atMost(BIO_MAX), msg`Use at most ${BIO_MAX} characters`)),
  links: z.array(linkSchema).max(LINKS_MAX, msg`Give at most ${LINKS_MAX} links`).default([]),
});
export type SaveArtist = z.input<typeof saveArtistSchema>;
