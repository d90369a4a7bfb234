package kz.zharshy.search.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Words that were taken apart already, as Lucene reads them. For one document. */
final class Tokens extends TokenStream {
  /**
   * One of them.
   *
   * @param step how many places behind the one before
   */
  record Token(String word, int step) {}

  private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final List<Token> tokens;
  private int next;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    clearAttributes();
    Token token = tokens.get(next++);
    word.append(token.word());
    step.setPositionIncrement(token.step());
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
