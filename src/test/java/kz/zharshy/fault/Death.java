package kz.zharshy.fault;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import kz.zharshy.publish.PublishFixture;
import kz.zharshy.store.ArticleQueue;
import kz.zharshy.store.Corrections;
import kz.zharshy.store.Ledger;
import kz.zharshy.telegram.BotApi;

/**
 * Ends a newsroom after one of its steps, as a SIGKILL would: nothing of it does anything from then
 * on. Each step is one transaction or one call; what SQLite has not committed is not in the file,
 * so that dying before a step is dying after the one before it.
 */
final class Death implements PublishFixture.Between {
  /** What a newsroom throws when it dies. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final Set<String> STEPS =
      Set.of(
          "route",
          "claim",
          "plan",
          "sending",
          "send",
          "call",
          "sent",
          "notSent",
          "unknown",
          "sendAgain",
          "refused",
          "move",
          "want",
          "begin",
          "advanced",
          "instead",
          "unclear",
          "end");

  private final String name;
  private final int step;
  private int steps;
  private boolean dead;
  private String where = "";

  private Death(String name, int step) {
    this.name = name;
    this.step = step;
  }

  /** After the n-th step, counted from 1. */
  static Death after(int step) {
    return new Death("", step);
  }

  /** After the n-th step of this name. */
  static Death after(String name, int step) {
    return new Death(name, step);
  }

  /** The same death for another newsroom. */
  Death again() {
    return new Death(name, step);
  }

  boolean happened() {
    return dead;
  }

  @Override
  public ArticleQueue articles(ArticleQueue real) {
    return around(ArticleQueue.class, real);
  }

  @Override
  public Ledger ledger(Ledger real) {
    return around(Ledger.class, real);
  }

  @Override
  public Corrections corrections(Corrections real) {
    return around(Corrections.class, real);
  }

  @Override
  public BotApi api(BotApi real) {
    return around(BotApi.class, real);
  }

  @Override
  public String toString() {
    return "death after " + where;
  }

  private <T> T around(Class<T> type, T real) {
    return mock(
        type,
        withSettings()
            .stubOnly()
            .defaultAnswer(
                call -> {
                  if (dead) {
                    throw new Killed();
                  }
                  Object result = invoke(real, call.getMethod(), call.getRawArguments());
                  if (isStep(call.getMethod()) && ++steps == step) {
                    where = "step " + step + ", " + call.getMethod().getName();
                    dead = true;
                    throw new Killed();
                  }
                  return result;
                }));
  }

  private boolean isStep(Method method) {
    return name.isEmpty() ? STEPS.contains(method.getName()) : name.equals(method.getName());
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
