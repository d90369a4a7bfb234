package kz.zharshy.chat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import kz.zharshy.language.Language;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.MenuCalls;
import kz.zharshy.telegram.MenuCalls.Line;
import kz.zharshy.telegram.MenuCalls.Scope;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * The command lists that Telegram shows beside the text field, in three languages: the readers', a
 * short one in groups, and in the chat with each person of the newsroom what that person may do.
 * Each is set only where Telegram has another one, and taken away from who leaves. {@link #sees} is
 * for any thread, the rest for one.
 */
public final class CommandMenu implements UpdateListener {
  private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

  /** The Bot API takes no more. */
  private static final int MOST = 100;

  private static final Duration NOTHING_TO_DO = Duration.ofMinutes(10);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofMinutes(1);
  private static final int FLOOD = 429;

  private final BotApi api;
  private final CommandList commands;
  private final Supplier<Map<Long, Role>> newsroom;

  /** Whose menu is as it should be, or was refused, as far as is known. */
  private final Map<Long, Role> settled = new ConcurrentHashMap<>();

  /** Telegram knows no chat with them before they have written to the bot. */
  private final Set<Long> refused = ConcurrentHashMap.newKeySet();

  private boolean readersSettled;

  /**
   * @param commands all of them, as the menus show them
   * @param newsroom who belongs to the newsroom now, and as what
   */
  public CommandMenu(BotApi api, CommandList commands, Supplier<Map<Long, Role>> newsroom) {
    this.api = api;
    this.commands = commands;
    this.newsroom = newsroom;
  }

  /** Whoever could not be reached can be now. */
  @Override
  public void sees(Update update) {
    if (update.getMessage() != null
        && update.getMessage().isUserMessage()
        && refused.remove(update.getMessage().getChatId())) {
      settled.remove(update.getMessage().getChatId());
    }
  }

  /**
   * Sets what is not as it should be. What Telegram refuses, or what does not reach it, costs
   * nothing else.
   *
   * @return how long there will be nothing to do, unless somebody joins, leaves or writes
   * @throws kz.zharshy.store.StoreException if the database cannot be read now
   */
  public Duration step() {
    Map<Long, Role> now = newsroom.get();
    if (!readersSettled || !settled.equals(now)) {
      settle(now);
    }
    return readersSettled && settled.equals(now) ? NOTHING_TO_DO : UNTIL_NEXT_TRY;
  }

  private void settle(Map<Long, Role> now) {
    if (!readersSettled) {
      readersSettled =
          set(new Scope(null, false), commands.listed(Role.READER))
              && set(new Scope(null, true), commands.inGroups());
    }
    now.forEach(this::settle);
    for (long left : Set.copyOf(settled.keySet())) {
      if (!now.containsKey(left) && takeAway(new Scope(left, false))) {
        settled.remove(left);
        refused.remove(left);
      }
    }
  }

  private void settle(long person, Role role) {
    if (settled.get(person) != role && set(new Scope(person, false), commands.listed(role))) {
      settled.put(person, role);
    }
  }

  private boolean set(Scope scope, List<CommandInfo> infos) {
    boolean all = set(scope, null, Language.EN, infos);
    for (Language language : Language.values()) {
      all &= set(scope, language.code(), language, infos);
    }
    return all;
  }

  private boolean set(
      Scope scope, @Nullable String code, Language language, List<CommandInfo> infos) {
    List<Line> wanted =
        infos.stream()
            .limit(MOST)
            .map(info -> new Line(info.name(), info.menuLine(language)))
            .toList();
    Outcome<Boolean> now = api.call(MenuCalls.isSet(scope, code, wanted));
    return (now instanceof Outcome.Done<Boolean> done && done.result())
        || isOver(scope, api.call(MenuCalls.set(scope, code, wanted)));
  }

  private boolean takeAway(Scope scope) {
    boolean all = isOver(scope, api.call(MenuCalls.remove(scope, null)));
    for (Language language : Language.values()) {
      all &= isOver(scope, api.call(MenuCalls.remove(scope, language.code())));
    }
    return all;
  }

  /** Whether it need not be tried again for now. */
  private boolean isOver(Scope scope, Outcome<Boolean> outcome) {
    if (!(outcome instanceof Outcome.Refused<Boolean> refusal)) {
      return outcome instanceof Outcome.Done<Boolean>;
    }
    log.debug("Telegram refused a command menu: {}", refusal.description());
    if (refusal.code() == FLOOD) {
      return false;
    }
    if (scope.chat() != null) {
      refused.add(scope.chat());
    }
    return true;
  }
}
