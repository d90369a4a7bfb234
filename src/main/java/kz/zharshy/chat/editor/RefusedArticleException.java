package kz.zharshy.chat.editor;

/** What an editor sent makes no article. */
final class RefusedArticleException extends Exception {
  private final String answer;

  /** {@code answer}: why, and what to do, in the editor's language. */
  RefusedArticleException(String answer) {
    super(answer);
    this.answer = answer;
  }

  String answer() {
    return answer;
  }
}
