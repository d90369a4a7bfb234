package kz.zharshy.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;
import kz.zharshy.telegram.BotApi;
import kz.zharshy.telegram.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * The command lists that Telegram shows beside the text field: the readers' in three languages, and
 * a longer one in the chats with the owners. Each is set only where Telegram has another one.
 */
public final class CommandMenu {
  private static final Logger log = LoggerFactory.getLogger(CommandMenu.class);

  private static final Map<String, String> READERS = readers();
  private static final Map<String, String> EDITORS =
      Map.of("post", "menu.post", "queue", "menu.queue");

  private final BotApi api;
  private final Set<Long> owners;
  private final Phrases phrases = Phrases.of("chat");

  public CommandMenu(BotApi api, Set<Long> owners) {
    this.api = api;
    this.owners = Set.copyOf(owners);
  }

  /** Sets what is not as it should be; what Telegram refuses is tried again at the next start. */
  public void set() {
    set(new BotCommandScopeDefault(), READERS);
    Map<String, String> all = new LinkedHashMap<>(READERS);
    EDITORS.keySet().stream()
        .sorted()
        .forEach(name -> all.put(name, EDITORS.getOrDefault(name, "")));
    for (long owner : owners) {
      set(new BotCommandScopeChat(Long.toString(owner)), all);
    }
  }

  private void set(BotCommandScope scope, Map<String, String> names) {
    set(scope, null, Language.EN, names);
    for (Language language : Language.values()) {
      set(scope, language.code(), language, names);
    }
  }

  private void set(
      BotCommandScope scope, @Nullable String code, Language language, Map<String, String> names) {
    List<BotCommand> wanted = new ArrayList<>();
    names.forEach((name, key) -> wanted.add(new BotCommand(name, phrases.get(language, key))));
    Outcome<ArrayList<BotCommand>> now = api.call(new GetMyCommands(scope, code));
    if (now instanceof Outcome.Done<ArrayList<BotCommand>> done && done.result().equals(wanted)) {
      return;
    }
    Outcome<Boolean> set = api.call(new SetMyCommands(wanted, scope, code));
    if (!(set instanceof Outcome.Done<Boolean>)) {
      log.debug("The command menu could not be set: {}", set);
    }
  }

  private static Map<String, String> readers() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("latest", "menu.latest");
    names.put("today", "menu.today");
    names.put("search", "menu.search");
    names.put("sections", "menu.sections");
    names.put("follow", "menu.follow");
    names.put("digest", "menu.digest");
    names.put("language", "menu.language");
    names.put("my", "menu.my");
    names.put("forget", "menu.forget");
    names.put("help", "menu.help");
    return names;
  }
}
