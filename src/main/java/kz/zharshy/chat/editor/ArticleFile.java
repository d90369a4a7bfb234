package kz.zharshy.chat.editor;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kz.zharshy.article.Draft;
import kz.zharshy.article.Gate;
import kz.zharshy.article.ReasonText;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.source.SourceText;
import kz.zharshy.source.UnreadableException;
import kz.zharshy.source.reader.ArticleReader;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import org.telegram.telegrambots.meta.api.objects.Document;

/** Makes drafts of a file with a text that was sent to the bot. */
record ArticleFile(Phrases phrases, BotApi api, ArticleReader reader, ReasonText reasons) {
  /** Far above any article, far below Telegram's 20 MB, and read in a moment. */
  private static final int LARGEST_MB = 5;

  /** A Word document brings its pictures along. */
  private static final int LARGEST_WORD_MB = 20;

  private static final long MEGABYTE = 1024L * 1024L;
  private static final Pattern READABLE =
      Pattern.compile(".*\\.(?:txt|md|markdown|html?|json|docx?)", Pattern.DOTALL);

  /**
   * The articles in a file that came along, at least one, as the gate lets them in.
   *
   * @throws RefusedArticleException if it is none that can be read
   */
  List<Gate.Entry> entries(Request request) throws RefusedArticleException {
    Document file = Objects.requireNonNull(request.file());
    List<Draft> drafts = drafts(file, request.requester().language());
    boolean decides = request.requester().mayActAs(Role.EDITOR);
    return IntStream.range(0, drafts.size())
        .mapToObj(i -> Gate.file(drafts.get(i), Gate.own(request.updateId(), i), decides))
        .toList();
  }

  private List<Draft> drafts(Document file, Language language) throws RefusedArticleException {
    String name = file.getFileName() == null ? "" : file.getFileName();
    if (!READABLE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
      throw new RefusedArticleException(phrases.get(language, "post.file-kind"));
    }
    int largest = name.toLowerCase(Locale.ROOT).endsWith(".docx") ? LARGEST_WORD_MB : LARGEST_MB;
    if (file.getFileSize() != null && file.getFileSize() > largest * MEGABYTE) {
      throw new RefusedArticleException(phrases.get(language, "post.file-size", largest));
    }
    byte[] bytes = fetch(file, largest * MEGABYTE, language);
    try {
      // A name that looks like an address must not pass for one.
      return reader.read(new SourceText(name.replaceAll("(?s).*[/\\\\]", ""), bytes));
    } catch (UnreadableException e) {
      String reason = reasons.in(language, e.reason());
      throw new RefusedArticleException(
          phrases.get(language, "post.unreadable", shortened(reason)));
    }
  }

  private byte[] fetch(Document file, long largest, Language language)
      throws RefusedArticleException {
    if (api.download(file.getFileId(), largest) instanceof Outcome.Done<byte[]> done) {
      return done.result();
    }
    throw new RefusedArticleException(phrases.get(language, "post.file-lost"));
  }

  /** A file may have a mistake in each of its thousand articles. */
  private static String shortened(String reason) {
    int longest = 2000;
    return reason.length() <= longest ? reason : reason.substring(0, longest) + "…";
  }
}
