import { answerGalleryFeed } from "@/lib/syndication/feed-answers";

export function GET(request: Request): Promise<Response> {
  return answerGalleryFeed(request, "xml");
}
