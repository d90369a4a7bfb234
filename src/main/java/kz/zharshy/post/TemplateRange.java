package kz.zharshy.post;

import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.core.RangeFunction;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
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
}
