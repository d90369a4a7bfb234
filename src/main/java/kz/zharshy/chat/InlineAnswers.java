package kz.zharshy.chat;

import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;

/** Answers inline queries: {@code @BOT words}, in any chat. Safe for use by several threads. */
@FunctionalInterface
public interface InlineAnswers {
  /**
   * The answer to a query.
   *
   * @throws kz.zharshy.store.StoreException if the database cannot be read now
   */
  AnswerInlineQuery answer(InlineQuery query, Requester requester);
}
