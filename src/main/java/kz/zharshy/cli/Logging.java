package kz.zharshy.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** How much is logged. The format is in {@code logback.xml}. */
final class Logging {
  /** Kept here: the level of a logger that nobody holds is forgotten. */
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  static {
    // It would tell on the console which Java it could be faster with.
    LUCENE.setLevel(java.util.logging.Level.SEVERE);
  }

  private Logging() {}

  static void console(boolean debug) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getLogger("kz.zharshy").setLevel(debug ? Level.DEBUG : Level.INFO);
    context.getLogger("ROOT").setLevel(debug ? Level.INFO : Level.WARN);
  }
}
