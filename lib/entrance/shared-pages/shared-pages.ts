import type { IncomingMessage, ServerResponse } from "node:http";
import { galleryRevision } from "@/lib/gallery/listing/gallery-page";
import { PageStore } from "./page-store";
import { pageKey, renderShared, type SharedPage } from "./render";
import { RevisedPages } from "./revised-pages";
import { type Revisions, sharingOf } from "./shareable";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const REVISIONS: Revisions = new Map([["/gallery", galleryRevision]]);

/**
 * Answers strangers who ask for a page that all of them get alike. To make one anew costs more than to send a hundred.
 * `others` get the request if it is not for such a page, or if that cannot be shared.
 */
export function sharePages(others: Answer, revisions: Revisions = REVISIONS): Answer {
  const momentary = new PageStore<SharedPage>();
  const revised = new RevisedPages<SharedPage>();
  return (request, response) => {
    const sharing = sharingOf(request, revisions);
    if (sharing === null) {
      others(request, response);
      return;
    }
    const { revisionNow } = sharing;
    const [key, make] = [pageKey(request), () => renderShared(request)];
    const page = revisionNow ? revised.get(key, { revisionNow, make }) : momentary.get(key, make);
    // If the database is away, a page of one's own explains it.
    void page.catch(() => null).then((found) => (found ? send(found, request, response) : others(request, response)));
  };
}

function send(page: SharedPage, request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const encoding = (["br", "gzip"] as const).find((name) =>
    new RegExp(`\\b${name}\\b(?!;q=0(?:[,\\s]|$))`).test(accepted),
  );
  const body = page[encoding ?? "plain"];
  response.writeHead(200, {
    ...page.headers,
    ...(encoding && { "content-encoding": encoding }),
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
