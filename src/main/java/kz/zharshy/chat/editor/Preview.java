package kz.zharshy.chat.editor;

import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Language;
import kz.zharshy.post.PartHeader;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostException;
import kz.zharshy.post.PostPart;
import kz.zharshy.post.Warning;
import kz.zharshy.publish.Channel;

/**
 * Sends an editor what the channel would get, message for message, and what may be put right below.
 */
record Preview(EditorContext context, Card card) {
  Reply of(Article article, Request request) {
    Language language = request.requester().language();
    Channel channel = context.channel(article);
    try {
      Post post = card.make(article, channel);
      Reply reply = Reply.none();
      String chat = Long.toString(request.chat());
      for (PostPart part : post.parts()) {
        // The message that it replies to is not in the editor's chat.
        PartHeader header = part.header().withChat(chat).withAnswersTo(null);
        reply = reply.and(new ReplyAction.ShowPart(part.with(header)));
      }
      return reply.and(Reply.say(notes(article, post, channel, language)));
    } catch (PostException e) {
      return Reply.say("⛔ " + context.reason(language, e.reason()));
    }
  }

  private String notes(Article article, Post post, Channel channel, Language language) {
    StringBuilder notes = new StringBuilder();
    PartHeader header = post.parts().get(0).header();
    boolean silent = header.silent();
    notes.append(
        context.say(
            language,
            silent ? "preview.silent" : "preview.rings",
            Long.toString(article.id()),
            channel.name()));
    if (header.answersTo() != null) {
      String first = "https://t.me/%s/%d".formatted(channel.name(), header.answersTo());
      notes.append("\n").append(context.say(language, "preview.answers", first));
    }
    List<Warning> warnings = context.lint().of(article, post);
    warnings.forEach(
        warning -> notes.append("\n⚠️ ").append(context.lint().say(warning, language)));
    return notes.toString();
  }
}
