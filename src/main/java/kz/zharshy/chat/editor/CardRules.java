package kz.zharshy.chat.editor;

import java.util.Set;
import kz.zharshy.article.Article;
import kz.zharshy.article.ArticleState;
import kz.zharshy.chat.ButtonPress;
import kz.zharshy.chat.Request;
import kz.zharshy.chat.Role;

/** What can be done with an article by whom and when. */
final class CardRules {
  private static final Set<String> LOOKS = Set.of("show", "keep", "preview");
  private static final Set<String> WRITES =
      Set.of("edit", "headline", "text", "section", "language", "in", "ask", "drop");
  private static final Set<String> ASKS =
      Set.of("edit", "headline", "text", "section", "time", "month", "day", "changes", "pin");

  private CardRules() {}

  /** Whether an author may do it with an article of the author's own. */
  static boolean isAuthors(String action) {
    return looks(action) || WRITES.contains(action);
  }

  /** Whether it changes nothing, so that it is never too late for it. */
  static boolean looks(String action) {
    return LOOKS.contains(action);
  }

  /** Whether the next message answers it. */
  static boolean asks(String action) {
    return ASKS.contains(action);
  }

  /** Its button was for an article that has changed since, or that is too far already. */
  static boolean isTooLate(Article article, String action, Request request) {
    ButtonPress press = request.pressed();
    String seen = press == null ? null : press.seen();
    boolean late = seen != null && !seen.equals(CardVersion.of(article));
    boolean editor = request.requester().mayActAs(Role.EDITOR);
    return !looks(action) && (late || !mayStill(article.state(), action, editor));
  }

  /** An author's work is over once it is handed in; where no state is named, the deed looks. */
  private static boolean mayStill(ArticleState state, String action, boolean editor) {
    if (!editor) {
      return state == ArticleState.DRAFT;
    }
    return switch (action) {
      case "approve", "changes", "reject" -> state == ArticleState.REVIEW;
      case "pin", "unpin" -> state != ArticleState.WITHDRAWN;
      case "again" -> state == ArticleState.PUBLISHED;
      case "edit", "headline", "text" -> isOpen(state) || state == ArticleState.PUBLISHED;
      case "section", "language", "in", "silent", "loud", "time", "month", "day" -> isOpen(state);
      default -> true;
    };
  }

  /** Whether it waits for something that people decide. */
  static boolean isOpen(ArticleState state) {
    return switch (state) {
      case DRAFT, REVIEW, QUEUED, HELD, FAILED -> true;
      case PUBLISHING, PUBLISHED, WITHDRAWN -> false;
    };
  }

  static boolean mayBecome(ArticleState from, ArticleState to) {
    return switch (from) {
      case DRAFT, REVIEW -> to == ArticleState.WITHDRAWN;
      case QUEUED -> to == ArticleState.HELD || to == ArticleState.WITHDRAWN;
      case HELD, FAILED, PUBLISHED -> to == ArticleState.WITHDRAWN;
      case PUBLISHING, WITHDRAWN -> false;
    };
  }
}
