package kz.zharshy.chat;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zharshy.language.Language;
import kz.zharshy.language.Phrases;

/**
 * All that surrounds a command: what it is called, who may use it, and where it is offered. Its
 * menu line ({@code menu.NAME}), help line ({@code help.NAME}) and other names ({@code names.NAME})
 * are in the bundles of this package; menus and help are made from them.
 *
 * @param name without the slash, in lower-case Latin letters, as Telegram's menu wants it
 * @param audience who may use it; to everybody else it does not exist
 * @param listed whether menus and help show it; a button or a link leads to the others
 * @param inGroups whether the menu of a group shows it, too
 */
public record CommandInfo(String name, Role audience, boolean listed, boolean inGroups) {
  private static final Phrases PHRASES = Phrases.of("chat");

  /** A command that menus and help of private chats show. */
  public static CommandInfo of(String name, Role audience) {
    return new CommandInfo(name, audience, true, false);
  }

  /** The same, offered in groups as well. */
  public CommandInfo alsoInGroups() {
    return new CommandInfo(name, audience, listed, true);
  }

  /** The same, shown nowhere. */
  public CommandInfo unlisted() {
    return new CommandInfo(name, audience, false, false);
  }

  /** Whatever may be typed for it: its name, and what it is called in each language. */
  Set<String> names() {
    Stream<String> others =
        listed
            ? Arrays.stream(Language.values())
                .flatMap(language -> Stream.of(PHRASES.get(language, "names." + name).split(" ")))
            : Stream.of();
    return Stream.concat(Stream.of(name), others).collect(Collectors.toSet());
  }

  String menuLine(Language language) {
    return PHRASES.get(language, "menu." + name);
  }

  /** How it is typed and what it does; empty where help does not show it. */
  Optional<String> helpLine(Language language) {
    return listed ? Optional.of(PHRASES.get(language, "help." + name)) : Optional.empty();
  }
}
