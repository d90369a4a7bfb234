package kz.zharshy.chat.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.zharshy.article.Article;
import kz.zharshy.chat.Reply;
import kz.zharshy.chat.ReplyAction;
import kz.zharshy.chat.Request;
import kz.zharshy.language.Language;
import kz.zharshy.post.BotCall;
import kz.zharshy.post.Post;
import kz.zharshy.post.PostException;
import kz.zharshy.post.Warning;
import kz.zharshy.publish.Channel;

/** Sends an editor what the channel would get, call for call, and what may be put right below. */
final class Preview {
  private final EditorContext context;
  private final Card card;

  Preview(EditorContext context, Card card) {
    this.context = context;
    this.card = card;
  }

  Reply of(Article article, Request request) {
    Language language = request.requester().language();
    Channel channel = context.channel(article);
    try {
      Post post = card.make(article, channel);
      Reply reply = Reply.none();
      for (BotCall call : post.calls()) {
        ObjectNode params = call.params().deepCopy();
        params.put("chat_id", request.chat());
        // There is no such message in the editor's chat.
        params.remove("reply_parameters");
        reply = reply.and(new ReplyAction.Send(new BotCall(call.method(), params)));
      }
      return reply.and(Reply.say(notes(article, post, channel, language)));
    } catch (PostException e) {
      return Reply.say("⛔ " + context.reason(language, String.valueOf(e.getMessage())));
    }
  }

  private String notes(Article article, Post post, Channel channel, Language language) {
    StringBuilder notes = new StringBuilder();
    boolean silent = post.calls().get(0).params().path("disable_notification").asBoolean();
    notes.append(
        context.say(
            language,
            silent ? "preview.silent" : "preview.rings",
            Long.toString(article.id()),
            channel.name()));
    JsonNode answers = post.calls().get(0).params().path("reply_parameters").path("message_id");
    if (!answers.isMissingNode()) {
      String first = "https://t.me/%s/%d".formatted(channel.name(), answers.asLong());
      notes.append("\n").append(context.say(language, "preview.answers", first));
    }
    List<Warning> warnings = context.lint().of(article, post);
    warnings.forEach(
        warning -> notes.append("\n⚠️ ").append(context.lint().say(warning, language)));
    return notes.toString();
  }
}
