import { answerArtistFeed } from "@/lib/syndication/feed-answers";

export async function GET(request: Request, { params }: { params: Promise<{ handle: string }> }): Promise<Response> {
  return answerArtistFeed(request, (await params).handle, "json");
}
