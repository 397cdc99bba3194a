import { z } from "zod";
import { oneLine } from "@/lib/format/one-line";
import { msg } from "@/lib/language/text";
import { VIEW_ADDRESS_CHARACTERS_MAX, VIEW_NAME_CHARACTERS_MAX, VIEWS_MAX } from "./constants";

const name = z
  .string()
  .max(VIEW_NAME_CHARACTERS_MAX * 10)
  .transform((text) => oneLine(text.normalize("NFC")))
  .refine((text) => text !== "", msg("Enter a name"))
  .refine(
    (text) => [...text].length <= VIEW_NAME_CHARACTERS_MAX,
    msg`Use at most ${VIEW_NAME_CHARACTERS_MAX} characters`,
  );

/** What stands behind the question mark of the library's address. Written anew, so that it is nothing else. */
const address = z
  .string()
  .max(VIEW_ADDRESS_CHARACTERS_MAX)
  .transform((text) => new URLSearchParams(text.replaceAll("\0", "").toWellFormed()).toString());

export const newViewSchema = z.strictObject({ name, address });
export type NewView = z.input<typeof newViewSchema>;

/** What is left out stays as it is. `position`: its place among the others, from 0. */
export const viewChangesSchema = z
  .strictObject({
    name: name.optional(),
    address: address.optional(),
    position: z
      .number()
      .int()
      .min(0)
      .max(VIEWS_MAX - 1)
      .optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), "name at least one value");
export type ViewChanges = z.input<typeof viewChangesSchema>;

/** A view of the library that somebody has saved. */
export const savedViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The query string of the library's address, without the question mark. */
  address: z.string(),
  createdAt: z.iso.datetime(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
