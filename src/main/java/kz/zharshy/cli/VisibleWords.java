package kz.zharshy.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;
import java.util.regex.Pattern;
import kz.zharshy.language.Visible;

/**
 * What is logged, on one line, so that nobody's words can pass for another line of the log. With
 * the option {@code trace} the lines of a stack trace stay. (Logback takes what follows a converter
 * without an option for plain text.)
 */
public final class VisibleWords extends CompositeConverter<ILoggingEvent> {
  /** A line break that no trace has. */
  private static final Pattern FORGED =
      Pattern.compile(
          "\\R(?!\\t+(?:at |\\.\\.\\. |Suppressed: )|\\t*Caused by: |\\t*Wrapped by: |$)");

  @Override
  protected String transform(ILoggingEvent event, String words) {
    return "trace".equals(getFirstOption())
        ? Visible.lines(FORGED.matcher(words).replaceAll("\\\\n"))
        : Visible.line(words);
  }
}
