package kz.zharshy.post;

import java.util.List;
import java.util.stream.Collectors;

/** Templates with mistakes in them; the message tells all of them. */
public final class TemplateException extends RuntimeException {
  /** Not serialised: nobody sends exceptions of ours anywhere. */
  private final transient List<Mistake> mistakes;

  /**
   * What is wrong in a template.
   *
   * @param file its name without the folder
   * @param line counted from 1
   */
  public record Mistake(String file, int line, String message) {
    @Override
    public String toString() {
      return "%s, line %d: %s".formatted(file, line, message);
    }
  }

  TemplateException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
