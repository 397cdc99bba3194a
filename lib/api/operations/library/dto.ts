import { z } from "zod";
import { sampleDto, toSampleDto } from "@/lib/api/operations/samples/dto";
import { problemDto } from "@/lib/api/operations/search/dto";
import type { LibraryRow } from "@/lib/library/schema";

/** A row of the library's window. */
export const libraryRowDto = sampleDto.extend({
  /** Of the file's own tags. */
  title: z.string().nullable(),
  artist: z.string().nullable(),
  /** What the analysis is sure to hear. */
  instruments: z.array(z.string()),
  coverUrl: z.string().nullable(),
  /** 96 levels over the whole length, one byte each (255 = full scale), base64. */
  overview: z.string().nullable(),
});

export function toLibraryRowDto(row: LibraryRow): z.infer<typeof libraryRowDto> {
  const { title, artist, instruments, coverUrl, overview } = row;
  return { ...toSampleDto(row), title, artist, instruments, coverUrl, overview };
}

/** What is wrong with the query. The rest of it counted. */
export const queryProblems = { problems: z.array(problemDto) };

export const anchorsDto = z.object({
  /** Rows of the list, from `after` on; at least so many, where `isComplete` is false. */
  total: z.number().int().nonnegative(),
  /** The cursor with which each page begins; null for the first page of the list. */
  anchors: z.array(z.string().nullable()),
  isComplete: z.boolean(),
  /** `after` of the question that goes on; null if it is complete. */
  nextCursor: z.string().nullable(),
});

export const placeDto = z.object({
  /** From 0. */
  pageIndex: z.number().int().nonnegative(),
  indexInPage: z.number().int().nonnegative(),
  /** The cursor with which its page begins; null for the first. */
  cursor: z.string().nullable(),
});

export const folderDto = z.object({
  name: z.string(),
  /** As `in:` takes it. */
  path: z.string(),
  /** Samples in it and below. */
  count: z.number().int().nonnegative(),
  hasFolders: z.boolean(),
});
