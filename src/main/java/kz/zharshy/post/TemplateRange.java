package kz.zharshy.post;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.core.RangeFunction;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.parser.Parser;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.SetTokenParser;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/**
 * Pebble's {@code range}, which makes a list of all its numbers before the first is used, so that
 * one with a zero too many would use up all memory.
 */
final class TemplateRange implements Function {
  /** A message cannot show more places of any kind. */
  static final int MOST = 200;

  private final RangeFunction pebble = new RangeFunction();

  /** What takes the place of Pebble's own, with {@link TemplateSet}. */
  static AbstractExtension extension() {
    return new AbstractExtension() {
      @Override
      public List<TokenParser> getTokenParsers() {
        return List.of(new TemplateSet());
      }

      @Override
      public Map<String, Function> getFunctions() {
        return Map.of(RangeFunction.FUNCTION_NAME, new TemplateRange());
      }
    };
  }

  @Override
  public Object execute(
      Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
    if (args.get("start") instanceof Number start && args.get("end") instanceof Number end) {
      double step = args.get("increment") instanceof Number number ? number.doubleValue() : 1;
      double most = Math.abs((end.doubleValue() - start.doubleValue()) / step) + 1;
      if (most > MOST) {
        throw new PebbleException(
            null,
            "range(%s, %s) makes more than %d numbers. No message shows so many: repeat less."
                .formatted(start, end, MOST),
            line,
            self.getName());
      }
    }
    return pebble.execute(args, self, context, line);
  }

  @Override
  public List<String> getArgumentNames() {
    return pebble.getArgumentNames();
  }

  /**
   * Pebble's {@code set}, which in a loop can double a text until it uses up all memory: twenty
   * times are a million, and thirty a billion.
   */
  private static final class TemplateSet extends SetTokenParser {
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
}
