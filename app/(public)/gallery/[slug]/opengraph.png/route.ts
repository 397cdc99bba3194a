import { answerPicture } from "@/lib/syndication/item-answers";

export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  return answerPicture(request, (await params).slug);
}
