import type { IncomingMessage, ServerResponse } from "node:http";
import { PageStore } from "./page-store";
import { pageKey, renderShared, type SharedPage } from "./render";
import { isShareable } from "./shareable";

/**
 * Answers strangers who ask for a page that all of them get alike. To make one anew costs more than to send a hundred.
 * `others` get the request if it is not for such a page, or if that cannot be shared.
 */
export function sharePages(others: (request: IncomingMessage, response: ServerResponse) => void) {
  const store = new PageStore<SharedPage>();
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!isShareable(request)) {
      others(request, response);
      return;
    }
    void store
      .get(pageKey(request), () => renderShared(request))
      .then((page) => (page ? send(page, request, response) : others(request, response)));
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
