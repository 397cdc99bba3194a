import { answerSitemap } from "@/lib/syndication/sitemap-answers";

export function GET(request: Request): Promise<Response> {
  return answerSitemap(request);
}
