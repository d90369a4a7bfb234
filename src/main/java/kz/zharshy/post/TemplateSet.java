package kz.zharshy.post;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.SetTokenParser;
import java.io.Writer;

/**
 * Pebble's {@code set}, which in a loop can double a text until it uses up all memory: twenty times
 * are a million, and thirty a billion.
 */
final class TemplateSet extends SetTokenParser {
  /** More than the longest article has. */
  private static final int LONGEST = 10_000_000;

  @Override
  public RenderableNode parse(Token token, Parser parser) {
    SetNode pebbles = (SetNode) super.parse(token, parser);
    return new Bounded(pebbles.getLineNumber(), pebbles);
  }

  private static final class Bounded extends SetNode {
    Bounded(int line, SetNode pebbles) {
      super(line, pebbles.getName(), pebbles.getValue());
    }

    @Override
    public void render(PebbleTemplateImpl self, Writer writer, EvaluationContextImpl context) {
      super.render(self, writer, context);
      Object value = context.getScopeChain().get(getName());
      if (value instanceof CharSequence text && text.length() > LONGEST) {
        throw new PebbleException(
            null,
            "%s grows to more than %d characters".formatted(getName(), LONGEST),
            getLineNumber(),
            self.getName());
      }
    }
  }
}
