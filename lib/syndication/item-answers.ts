import "server-only";
import { z } from "zod";
import { requestOrigin } from "@/lib/request/request-origin";
import { itemOfAddress } from "./addresses";
import { gone, invalid, missing, shown, tooMany, unimplemented } from "./answer";
import { isId } from "./item-id";
import { findItem } from "./lookups";
import { oembedOf, oembedXmlOf } from "./oembed";
import { drawPicture } from "./picture";

const room = z.coerce.number<string>().int().min(1).max(10_000).optional();
const oembedQuery = z.object({
  url: z.string().min(1).max(2000),
  format: z.string().default("json"),
  maxwidth: room,
  maxheight: room,
});

/** `/oembed?url=…`: how another site shows an item, told by the address of its page or player. */
export async function answerOembed(request: Request): Promise<Response> {
  const refusal = await tooMany(request);
  if (refusal) return refusal;
  const query = oembedQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success)
    return invalid("Give the address of an item as url, and whole numbers as maxwidth and maxheight.");
  const { url, format, maxwidth, maxheight } = query.data;
  if (format !== "json" && format !== "xml") return unimplemented("There are the formats json and xml.");
  const origin = requestOrigin(request.headers);
  const wanted = itemOfAddress(origin, url);
  if (!wanted || ("id" in wanted && !isId(wanted.id))) return missing();
  const item = await findItem(wanted);
  if (item === null) return missing();
  if (item === "gone") return gone();
  const size = { ...(maxwidth ? { maxWidth: maxwidth } : {}), ...(maxheight ? { maxHeight: maxheight } : {}) };
  const answer = oembedOf(item, { origin, ...size });
  if (!answer) return unimplemented("There is no player so small.");
  if (format === "xml") return shown(request, oembedXmlOf(answer), "text/xml; charset=utf-8");
  return shown(request, JSON.stringify(answer), "application/json; charset=utf-8");
}

/** The picture of an item that other sites show beside a link to it. */
export async function answerPicture(request: Request, slug: string): Promise<Response> {
  const refusal = await tooMany(request);
  if (refusal) return refusal;
  const item = await findItem({ slug });
  if (item === null) return missing();
  if (item === "gone") return gone();
  return shown(request, await drawPicture(item), "image/png");
}
