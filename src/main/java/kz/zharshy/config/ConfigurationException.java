package kz.zharshy.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The settings cannot be used. It holds everything that is wrong with them, so that one run shows
 * all there is to mend; its message has a line for each problem.
 */
public final class ConfigurationException extends RuntimeException {
  private final List<Problem> problems;

  /** A refusal of settings. {@code problems}: in the order of the places; at least one. */
  public ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the places; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
